import { existsSync } from 'node:fs';
import path from 'node:path';
import { DEPLOY_FILE, loadDeployTargets } from '../content/load-site.ts';
import { announce, announcements } from '../deploy/announce.ts';
import { DeployError } from '../deploy/deploy-error.ts';
import type { Deployed, KeptRelease } from '../deploy/deployed.ts';
import { exceededLimits, HOSTS, type Host } from '../deploy/hosted.ts';
import { readOutput } from '../deploy/read-output.ts';
import { openTarget, type Target } from '../deploy/target.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { wrapText } from '../diagnostics/wrap-text.ts';
import type { DeployTarget } from '../schema/deploy.ts';
import type { Command, ExitStatus } from './main.ts';
import { parse, UsageError } from './options.ts';
import { reportContent } from './print-report.ts';

const OPTIONS = {
  content: { type: 'string' },
  output: { type: 'string' },
  'dry-run': { type: 'boolean' },
  all: { type: 'boolean' },
  releases: { type: 'boolean' },
  rollback: { type: 'boolean' },
  forget: { type: 'boolean' },
  'no-ping': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const deploy: Command = {
  usage: `npm run deploy -- TARGET [options]

Publishes what \`npm run build\` made: to a bucket of S3 or to a server by SSH, as
content/deploy.yaml says (docs/hosting.md). Only what has changed travels.
Interrupted, it leaves a whole site; the same command again finishes it.

  --dry-run        say what would be done, and do nothing
  --all            put every file again, where somebody else changed the target
  --releases       list the releases that the target keeps, ten at most
  --rollback [ID]  put back the release before, or the one of that number
  --forget         remove every earlier release from the target, for what was
                   withdrawn and must be nowhere
  --no-ping        leave the hub of the feeds alone
  --output DIR     the site (_site)
  --content DIR    where deploy.yaml is (content)

TARGET netlify, cloudflare or github-pages says what these hosts go by, and
whether the site keeps to their limits.`,
  async run(args) {
    const { values, positionals } = parse(args, OPTIONS, true);
    const [name, id] = positionals;
    const doing = (['releases', 'rollback', 'forget'] as const).filter((one) => values[one]);
    if (doing.length > 1) throw new UsageError(`--${doing.join(' and --')} are two different things`);
    if (positionals.length > (values.rollback ? 2 : 1)) throw new UsageError(`too much: ${positionals.at(-1)}`);
    const content = values.content ?? 'content';
    const output = values.output ?? '_site';
    const { value: targets, diagnostics } = await loadDeployTargets(content);
    if (!targets) {
      process.stderr.write(reportContent(diagnostics, content, 'text', process.stderr));
      return 1;
    }
    const target = name === undefined ? undefined : targets[name];
    const host = name === undefined || target ? undefined : HOSTS[name];
    if (host) return tellOfHost(host, output);
    if (!target) throw new UsageError(unknownTarget(name, targets, content));

    const options = { at: new Date().toISOString(), all: values.all === true, dryRun: values['dry-run'] === true };
    let opened: Target | undefined;
    try {
      opened = await openTarget(target, process.env);
      if (values.releases) return list(await opened.releases());
      if (values.forget) return await forget(opened, options.dryRun);
      if (values.rollback) return tell(await opened.rollBack(id, options), `${name}`, options.dryRun);
      const site = await readOutput(output);
      const deployed = await opened.deploy(site, options);
      tell(deployed, `${name}`, options.dryRun);
      if (!options.dryRun && !values['no-ping']) await ping(await announcements(site, deployed.changed));
      return 0;
    } catch (error) {
      if (!(error instanceof DeployError)) throw error;
      process.stderr.write(`${wrapText(`Not deployed: ${error.message}.`, '')}\n`);
      return 3;
    } finally {
      await opened?.close();
    }
  },
};

function unknownTarget(
  name: string | undefined,
  targets: Readonly<Record<string, DeployTarget>>,
  content: string,
): string {
  const file = path.join(content, DEPLOY_FILE);
  const names = Object.keys(targets);
  if (name === undefined && names.length > 0) return `the target is missing: one of ${names.join(', ')}`;
  if (name === undefined || !existsSync(file))
    return `${name === undefined ? 'the target is missing, and' : `there is no target \`${name}\`:`} there is no ${file}, which names targets: see docs/hosting.md`;
  const known = [...names, ...Object.keys(HOSTS)];
  return `there is no target \`${name}\` in ${file}: ${didYouMean(name, known, `there are ${known.join(', ')}`)}`;
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function tell({ release, uploads, changed, removed }: Deployed, target: string, dryRun: boolean): ExitStatus {
  if (dryRun) {
    const lines = [...changed.map((file) => `  put     ${file}\n`), ...removed.map((file) => `  remove  ${file}\n`)];
    process.stdout.write(lines.join(''));
  }
  const pages = changed.filter((file) => file.endsWith('.html')).length;
  const done =
    changed.length + removed.length === 0
      ? `nothing to change`
      : `${count(pages, 'page')} and ${count(changed.length - pages, 'other file')} changed, ${removed.length} removed, ${count(uploads.length, 'file')} uploaded`;
  const sentence = `${dryRun ? 'Would be done at' : 'Published at'} ${target}, release ${release}: ${done}.`;
  process.stdout.write(`${wrapText(sentence, '')}\n`);
  return 0;
}

function list(releases: readonly KeptRelease[]): ExitStatus {
  const lines = releases.map(({ id, at, isCurrent }) => `${id}  ${at}${isCurrent ? '  what readers see' : ''}\n`);
  process.stdout.write(lines.length > 0 ? lines.reverse().join('') : 'Nothing has been published there.\n');
  return 0;
}

async function forget(target: Target, dryRun: boolean): Promise<ExitStatus> {
  const earlier = (await target.releases()).filter(({ isCurrent }) => !isCurrent).length;
  if (!dryRun) await target.forget();
  process.stdout.write(`${dryRun ? 'Would be removed' : 'Removed'}: ${count(earlier, 'earlier release')}.\n`);
  return 0;
}

async function ping(all: Awaited<ReturnType<typeof announcements>>): Promise<void> {
  if (all.length === 0) return;
  const failures = await announce(all);
  process.stdout.write(`Told of ${count(all.length - failures.length, 'changed feed')}.\n`);
  for (const failure of failures) process.stderr.write(`${failure}\n`);
}

async function tellOfHost(host: Host, output: string): Promise<ExitStatus> {
  try {
    const exceeded = await exceededLimits(await readOutput(output), host);
    process.stdout.write(`${wrapText(`${host.name}: ${host.how}.`, '')}\n`);
    for (const sentence of exceeded) process.stderr.write(`${sentence}\n`);
    if (exceeded.length === 0) process.stdout.write(`The site in ${output} keeps to its limits.\n`);
    return exceeded.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DeployError)) throw error;
    process.stderr.write(`${wrapText(`Not deployed: ${error.message}.`, '')}\n`);
    return 3;
  }
}
