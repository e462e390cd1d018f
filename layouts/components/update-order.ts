import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { UpdateOpen } from '../../src/markdown/body.ts';
import type { BodyView, PartView } from '../../src/pages/part-views.ts';
import type { Locale } from './locale.ts';

/** The switch of a live report between newest and oldest first; visible only where there is script. */
export function updateOrder(
  body: BodyView,
  { words: { newestFirst, oldestFirst }, wordsMark }: Locale,
): SafeHtml | undefined {
  const updates = body.filter(isUpdate);
  const [first] = updates;
  const last = updates.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  const label = first.time.epoch >= last.time.epoch ? oldestFirst : newestFirst;
  return html`<p class="update-order with-script"><button type="button" class="quiet-button" data-order-updates data-newest="${newestFirst}" data-oldest="${oldestFirst}"${wordsMark}>${label}</button></p>
`;
}

/** Where the entries begin: what stands before them introduces the report. */
export function firstUpdate(body: BodyView): number {
  return Math.max(0, body.findIndex(isUpdate));
}

function isUpdate(part: PartView): part is UpdateOpen {
  return typeof part !== 'string' && part.type === 'update-open';
}
