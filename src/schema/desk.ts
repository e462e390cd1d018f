import { z } from 'zod';
import { field } from './field.ts';

const webAddress = z.url({ protocol: /^https$/ });

/** The desk at /admin/ of the published site: where it reads and writes. */
export const deskSchema = z.strictObject({
  backend: field(
    z.enum(['github', 'gitlab', 'gitea']),
    'github, gitlab or gitea',
    'What kind of host the repository is on.',
    'github',
  ),
  repo: field(z.string().regex(/^[\w.-]+(?:\/[\w.-]+)+$/), 'owner/name', 'The repository.', 'kyiv-lantern/website'),
  branch: field(z.string().min(1), 'text', 'The branch that is published.', 'main').default('main'),
  baseUrl: field(
    webAddress,
    'web address',
    'Where signing in happens: of GitHub an authenticator of your own, of GitLab and Gitea the host itself, if it is not the public one.',
    'https://sign-in.news.example',
  ).optional(),
  apiRoot: field(
    webAddress,
    'web address',
    'Of a host of your own: its API.',
    'https://git.news.example/api/v4',
  ).optional(),
  appId: field(
    z.string().min(1),
    'text',
    'Of GitLab and Gitea: the number of the application that may sign in.',
  ).optional(),
});

export type Desk = z.output<typeof deskSchema>;
