import { wrapLines } from '../diagnostics/wrap-text.ts';
import { ForeignOutputError } from '../eleventy/output-directory.ts';
import { UsageError } from './options.ts';

/** 0 done, 1 the content has errors, 2 the command was misused, 3 an internal fault. */
export type ExitStatus = 0 | 1 | 2 | 3;

export interface Command {
  /** Printed by `--help`. */
  readonly usage: string;
  readonly run: (args: readonly string[]) => Promise<ExitStatus>;
}

// Loaded when it is asked for, so that no command waits for another's dependencies.
/** Every command by its name. */
export const COMMANDS: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  start: {
    summary: 'build and serve a live preview on http://localhost:8080',
    load: async () => (await import('./start.ts')).start,
  },
  build: { summary: 'build the site for readers into _site/', load: async () => (await import('./build.ts')).build },
  check: {
    summary: 'list everything that is wrong, write nothing',
    load: async () => (await import('./check.ts')).check,
  },
  new: {
    summary: 'begin an article: npm run new -- "Headline"',
    load: async () => (await import('./new.ts')).newArticle,
  },
  correct: {
    summary: 'add a dated correction: npm run correct -- ARTICLE "text"',
    load: async () => (await import('./correct.ts')).correct,
  },
  tweet: {
    summary: 'archive posts: npm run tweet -- https://x.com/name/status/123',
    load: async () => (await import('./tweet.ts')).tweet,
  },
  import: {
    summary: 'move in: npm run import -- wordpress FILE.xml',
    load: async () => (await import('./import.ts')).importSite,
  },
  compare: {
    summary: 'list pages that differ: npm run compare -- OLD NEW',
    load: async () => (await import('./compare.ts')).compare,
  },
  deploy: {
    summary: 'publish what was built: npm run deploy -- TARGET',
    load: async () => (await import('./deploy.ts')).deploy,
  },
  history: {
    summary: 'show how an article changed: npm run history -- ARTICLE',
    load: async () => (await import('./history.ts')).history,
  },
  mirror: {
    summary: 'make a copy that needs no server',
    load: async () => (await import('./mirror.ts')).mirror,
  },
  unite: {
    summary: 'join parts that were built apart: npm run unite -- _site',
    load: async () => (await import('./unite.ts')).unite,
  },
  docs: {
    summary: 'bring the reference in docs/writing.md up to date',
    load: async () => (await import('./docs.ts')).docs,
  },
};

/** Runs a command line. Every command's exit status is decided here and in nothing below it. */
export async function main([name, ...args]: readonly string[]): Promise<ExitStatus> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    const { didYouMean } = await import('../diagnostics/nearest.ts');
    const help = didYouMean(name, Object.keys(COMMANDS), '`npm run dateline -- help` lists them');
    process.stderr.write(`${wrapLines(`There is no command \`${name}\`: ${help}`)}\n`);
    return 2;
  }
  const command = await entry.load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return explain(error, name);
  }
}

function explain(error: unknown, name: string): ExitStatus {
  if (error instanceof UsageError) {
    process.stderr.write(`${wrapLines(error.message)}\n\`npm run ${name} -- --help\` shows how it is used.\n`);
    return 2;
  }
  if (error instanceof ForeignOutputError) {
    process.stderr.write(`${wrapLines(error.message)}\n`);
    return 2;
  }
  const system = error as NodeJS.ErrnoException;
  if (typeof system?.code === 'string' && system.syscall !== undefined) {
    process.stderr.write(
      `${wrapLines(`${SYSTEM[system.code] ?? 'The system refused'}: ${system.path ?? system.message}`)}\nNothing was published; the site that was there is untouched.\n`,
    );
    return 3;
  }
  process.stderr.write(
    `This is a fault of Dateline, not of your content. Please report it with these\nlines:\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 3;
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EACCES: 'There is no permission',
  EPERM: 'There is no permission',
  EROFS: 'The disk is read-only',
  ENOENT: 'A file or folder is not there',
  EADDRINUSE: 'The port is taken by another program',
};

function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  npm run ${name.padEnd(8)} ${summary}\n`);
  return `Dateline makes a news site out of the Markdown in content/.\n\n${rows.join('')}\nEach has its own help: npm run build -- --help\n`;
}
