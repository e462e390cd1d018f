/** Forms of a noun by the plural categories of CLDR; `other` stands in for those that are missing. */
export type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A function from a count to the count, grouped as the language does, and the noun in its right form. */
export function counted(language: string, forms: PluralForms): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count) => `${numbers.format(count)}\u00a0${forms[rules.select(count)] ?? forms.other}`;
}
