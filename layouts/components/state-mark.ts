import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Locale } from './locale.ts';

export type State = 'draft' | 'scheduled' | undefined;

/** A word on what readers do not see yet. */
export function stateMark(state: State, { words, wordsMark }: Locale): SafeHtml | undefined {
  return state === undefined ? undefined : html`<span class="state state-${state}"${wordsMark}>${words[state]}</span>`;
}

/** The same over a whole page, in a sentence. */
export function stateNote(state: State, locale: Locale): SafeHtml | undefined {
  if (state === undefined) return undefined;
  const { words, wordsMark } = locale;
  return html`<p class="state-note" role="note"${wordsMark}>${stateMark(state, locale)} ${state === 'draft' ? words.draftNote : words.scheduledNote}</p>
`;
}
