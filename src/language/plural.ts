/** Forms of a noun by the plural categories of CLDR; `other` stands in for those that are missing. */
export type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * A function from a count to the count, grouped as the language does, and the noun in its right form. `spelt` has the
 * categories that a language says without a digit, such as a dual.
 */
export function counted(
  language: string,
  forms: PluralForms,
  spelt: Partial<PluralForms> = {},
): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count) => {
    const category = rules.select(count);
    return spelt[category] ?? `${numbers.format(count)}\u00a0${forms[category] ?? forms.other}`;
  };
}

/** The text for each plural category that whole numbers have in a language, `{n}` in the place of the number: for scripts in a browser. */
export function pluralForms(language: string, text: (count: number) => string): Readonly<Record<string, string>> {
  const rules = new Intl.PluralRules(language);
  // Hundreds are the first to be `other` in Arabic.
  const numbers = Array.from({ length: 103 }, (_, i) => i);
  return Object.fromEntries(numbers.map((n) => [rules.select(n), text(n).replace(String(n), '{n}')]));
}
