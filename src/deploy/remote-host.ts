/** Another machine with a POSIX shell and rsync. */
export interface RemoteHost {
  /** Runs a script of `sh` with arguments and input, and returns what it prints. @throws DeployError when it fails. */
  run(script: string, args: readonly string[], input?: string): Promise<string>;
  /** Sends files of a directory of this machine into one of the other. @throws DeployError */
  send(directory: string, files: readonly string[], to: string): Promise<void>;
}
