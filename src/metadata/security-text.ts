import type { Problem } from '../diagnostics/diagnostic.ts';
import type { PageContext } from '../pages/page-context.ts';
import { absoluteUrl } from '../pages/site-path.ts';
import type { Publication } from '../publication/publication.ts';
import { MachineFile } from './machine-file.ts';

const SECURITY_TEXT = '/.well-known/security.txt';

/** Whom to tell of a vulnerability (RFC 9116), when site.yaml says so. */
export function securityTextFiles({ publication, base }: PageContext): readonly MachineFile[] {
  const { security } = publication.site;
  if (!security) return [];
  const { contact, expires, encryption, policy, languages } = security;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ...[contact].flat().map((one) => ['Contact', one.includes(':') ? one : `mailto:${one}`] as const),
    ['Expires', endOf(expires).toISOString()],
    ['Encryption', encryption],
    ['Policy', policy?.startsWith('/') ? absoluteUrl(policy, base) : policy],
    ['Preferred-Languages', languages?.join(', ')],
    ['Canonical', absoluteUrl(SECURITY_TEXT, base)],
  ];
  const text = rows.map(([name, value]) => (value === undefined ? '' : `${name}: ${value}\n`)).join('');
  return [new MachineFile(SECURITY_TEXT, () => text)];
}

/** Says when the text is out of date: whoever finds it then may not rely on it. */
export function checkSecurityText({ site, now }: Publication): readonly Problem[] {
  const { security } = site;
  if (!security || endOf(security.expires).getTime() > now) return [];
  return [
    {
      code: 'security-expired',
      file: 'site.yaml',
      place: { at: 'value', path: ['security', 'expires'] },
      message: `security.txt is out of date since ${security.expires}`,
      help: 'see that the contact is still right, and write a day within the next year',
    },
  ];
}

const endOf = (day: string): Date => new Date(`${day}T23:59:59Z`);
