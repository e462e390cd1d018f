/** What a server on the network said. Reasons are in plain words and can stand after a colon. */
export type Answer =
  | { readonly is: 'answer'; readonly bytes: Uint8Array; readonly type: string }
  /** There is nothing at the address any more: 404 or 410. */
  | { readonly is: 'gone' }
  | { readonly is: 'failed'; readonly reason: string; readonly limited?: true };

/** How the network is reached; tests bring their own. */
export interface Network {
  readonly fetch: typeof fetch;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A server that passes requests on, asked as `<via>/<host>/<path>` instead of the host itself. */
  readonly via?: string;
  /** Told before each wait of a second or more. */
  readonly onWait?: (seconds: number, reason: string) => void;
}

export interface Question {
  readonly accept: string;
  /** An answer of more bytes is refused. */
  readonly mostBytes: number;
}

const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
const PATIENCE = 20_000;

type Attempt =
  | Answer
  | { readonly is: 'again'; readonly reason: string; readonly after?: number; readonly limited?: true };

/** Asks an address, at most four times where a server is busy or a connection breaks. Never throws because of the network. */
export async function ask(address: string, question: Question, network: Network): Promise<Answer> {
  const target = network.via === undefined ? address : `${network.via}/${address.replace(/^https?:\/\//, '')}`;
  const host = new URL(address).host;
  for (let attempt = 1; ; attempt++) {
    const given = await askOnce(target, host, question, network);
    if (given.is !== 'again') return given;
    const pause = given.after ?? FIRST_WAIT * 2 ** (attempt - 1);
    const limited = given.limited ? ({ limited: true } as const) : {};
    if (pause > LONGEST_WAIT) {
      const minutes = Math.ceil(pause / 60_000);
      return { is: 'failed', reason: `${given.reason}; try again in ${minutes} minutes`, ...limited };
    }
    if (attempt === ATTEMPTS)
      return { is: 'failed', reason: `${given.reason}, ${ATTEMPTS} times in a row`, ...limited };
    if (pause >= 1000) network.onWait?.(Math.round(pause / 1000), given.reason);
    await network.wait(pause);
  }
}

async function askOnce(target: string, host: string, question: Question, { fetch }: Network): Promise<Attempt> {
  try {
    const response = await fetch(target, {
      headers: { accept: question.accept },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok) return await readAnswer(response, host, question.mostBytes);
    await response.body?.cancel();
    return refusal(response, host);
  } catch (error) {
    return brokenOff(error, host);
  }
}

async function readAnswer(response: Response, host: string, mostBytes: number): Promise<Attempt> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return { is: 'failed', reason: `${host} sent more than ${mostBytes / 1e6} MB` };
    chunks.push(chunk);
  }
  return { is: 'answer', bytes: Buffer.concat(chunks), type: response.headers.get('content-type') ?? '' };
}

function refusal({ status, headers }: Response, host: string): Attempt {
  if (status === 404 || status === 410) return { is: 'gone' };
  if (status === 429) {
    const after = pauseAsked(headers);
    return { is: 'again', reason: `${host} allows no more requests for now`, limited: true, ...after };
  }
  if (status === 408 || status === 425 || status >= 500)
    return { is: 'again', reason: `${host} has trouble of its own (${status})`, ...pauseAsked(headers) };
  if (status === 401 || status === 403)
    return { is: 'failed', reason: `${host} does not show it to the public (${status}): the account may be protected` };
  return { is: 'failed', reason: `${host} refused the request (${status})` };
}

/** Retry-After (RFC 9110): seconds, or a date, told against the server's own clock. */
function pauseAsked(headers: Headers): { after?: number } {
  const written = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}$/.test(written)) return { after: Number(written) * 1000 };
  const until = Date.parse(written) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(until) ? {} : { after: Math.max(0, until) };
}

const REASONS: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `${host} cannot be found: is this machine online?`,
  EAI_AGAIN: (host) => `${host} cannot be found: is this machine online?`,
  ENETUNREACH: (host) => `${host} cannot be reached: is this machine online?`,
  EHOSTUNREACH: (host) => `${host} cannot be reached: is this machine online?`,
  ECONNREFUSED: (host) => `${host} refuses the connection`,
};

function brokenOff(error: unknown, host: string): Attempt {
  const { name, code, cause } = error as { name?: string; code?: string; cause?: { code?: string; name?: string } };
  const kind = cause?.code ?? code ?? '';
  const known = REASONS[kind]?.(host);
  if (known !== undefined) return { is: 'failed', reason: known };
  if (/CERT|SELF_SIGNED|ERR_TLS|SSL/.test(kind))
    return { is: 'failed', reason: `the certificate of ${host} cannot be trusted (${kind})` };
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(kind))
    return { is: 'again', reason: `${host} did not answer within ${PATIENCE / 1000} seconds` };
  if (error instanceof TypeError) return { is: 'again', reason: `the connection to ${host} broke off` };
  throw error;
}
