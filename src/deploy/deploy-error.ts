/** A target refused or could not be reached, or the output is not what it should be. The message is for people. */
export class DeployError extends Error {}
