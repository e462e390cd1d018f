import type { SafeHtml } from '../../src/html/safe-html.ts';
import { link } from './samples.ts';

/** A state of a component: its name and its markup. */
export type State = readonly [string, SafeHtml | undefined];
/** A component and its states. */
export type Group = readonly [string, readonly State[]];

export const plain = (text: string): string => text;
export const ukraine = link(plain, 'Ukraine', '/section/ukraine/');
