import type { FormShape } from '../desk-config.ts';

export declare const SOURCE: string;
export declare function formOf(text: string, shape: FormShape, languages: readonly string[]): Record<string, unknown>;
export declare function fileOf(
  form: Readonly<Record<string, unknown>>,
  shape: FormShape,
  languages: readonly string[],
): string;
