// Eleventy 3 ships no types; this is the part of its interface that Dateline uses.
declare module '@11ty/eleventy' {
  export interface UserConfig {
    readonly benchmarks: { readonly config: { setMinimumThresholdMs(milliseconds: number): void } };
    addExtension(extension: string, options: ModuleExtension): void;
    setTemplateFormats(formats: readonly string[]): void;
    addGlobalData(name: string, value: unknown): void;
    addTransform(
      name: string,
      transform: (this: { page: { outputPath: string | false } }, content: string) => string | Promise<string>,
    ): void;
    on(
      event: 'eleventy.before' | 'eleventy.after',
      listener: (event: { directories: { output: string } }) => void | Promise<void>,
    ): void;
    setUseGitIgnore(enabled: boolean): void;
    setFreezeReservedData(enabled: boolean): void;
  }

  /** How files are rendered that are modules. https://www.11ty.dev/docs/languages/custom/ */
  export interface ModuleExtension {
    readonly read: false;
    readonly useJavaScriptImport: true;
    readonly getData: true;
    readonly getInstanceFromInputPath: (file: string) => Promise<unknown>;
    readonly compile: (content: unknown, file: string) => Promise<(data: never) => string>;
    readonly compileOptions: {
      readonly cache: boolean;
      readonly getCacheKey: (content: unknown, file: string) => string;
    };
  }

  export interface EleventyResult {
    readonly url: string;
    readonly outputPath: string | false;
    readonly content: string;
  }

  export interface EleventyOptions {
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly runMode?: 'build' | 'serve' | 'watch';
    readonly source?: 'cli' | 'script';
  }

  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    toJSON(): Promise<readonly EleventyResult[]>;
    disableLogger(): void;
    /** Absent until the first build. */
    readonly templateData?: { clearData(): void };
  }
}
