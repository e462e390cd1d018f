import { execFileSync } from 'node:child_process';
import { type Files, SITE_YAML, SmallSite } from '../small-site.ts';

export const WITH_HISTORY = `${SITE_YAML}history: true\n`;

/** A small site whose content folder is in a git repository of its own. */
export class GitSite {
  readonly site: SmallSite;

  private constructor(site: SmallSite) {
    this.site = site;
  }

  static async write(files: Files, at: string, settings = WITH_HISTORY): Promise<GitSite> {
    return GitSite.begin(await SmallSite.write({ 'site.yaml': settings }), files, at);
  }

  /** Puts a site's content under git, and commits files to it. */
  static async begin(site: SmallSite, files: Files, at: string): Promise<GitSite> {
    const git = new GitSite(site);
    git.run(['init', '--quiet', '--initial-branch=main'], at);
    await git.commit(files, at);
    return git;
  }

  /** Writes files and commits everything at a moment. */
  async commit(files: Files, at: string, subject = 'Change the content'): Promise<void> {
    await this.site.put(files);
    this.run(['add', '--all'], at);
    this.run(['commit', '--quiet', '--allow-empty', '-m', subject], at);
  }

  run(args: readonly string[], at = '2026-07-01T00:00:00Z'): string {
    const who = {
      GIT_AUTHOR_NAME: 'Olha',
      GIT_AUTHOR_EMAIL: 'o@test.example',
      GIT_COMMITTER_NAME: 'Desk',
      GIT_COMMITTER_EMAIL: 'd@test.example',
    };
    return execFileSync('git', args, {
      cwd: this.site.content,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        ...who,
        GIT_AUTHOR_DATE: at,
        GIT_COMMITTER_DATE: at,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
      },
    });
  }

  /** What the page of versions shows of an article; undefined where there is none. */
  async versions(address: string, now?: number) {
    const { site, diagnostics } = await this.site.prepare(now === undefined ? {} : { now });
    if (!site) throw new Error(JSON.stringify(diagnostics));
    const view = site.pages.find(({ path }) => path === `${address}versions/`)?.view();
    return view?.layout === 'versions' ? view : undefined;
  }
}
