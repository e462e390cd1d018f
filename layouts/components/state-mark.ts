import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Words } from '../../src/language/words.ts';

export type State = 'draft' | 'scheduled' | undefined;

/** A word on what readers do not see yet. */
export function stateMark(state: State, words: Words): SafeHtml | undefined {
  return state === undefined ? undefined : html`<span class="state state-${state}">${words[state]}</span>`;
}

/** The same over a whole page, in a sentence. */
export function stateNote(state: State, words: Words): SafeHtml | undefined {
  if (state === undefined) return undefined;
  return html`<p class="state-note" role="note">${stateMark(state, words)} ${state === 'draft' ? words.draftNote : words.scheduledNote}</p>
`;
}
