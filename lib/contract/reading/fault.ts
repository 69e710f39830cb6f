/**
 * The results of the readers of typed text: the form that is sent, or the rule that the text breaks. Form fields, the
 * contract's schemas and the sandbox use the same readers, so the checked text is the sent text. Browser-safe,
 * without zod.
 */

/** Values for the placeholders of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** The parsed text in the form that is sent, or the code of the rule that it breaks. */
export type Reading<T = string> =
  { value: T; fault?: undefined } | { value?: undefined; fault: string };

/** Parses a text that somebody typed. */
export type Reader<T = string> = (text: string) => Reading<T>;

/** A code with the values for its message: `too_long{"max":100}`. `readFault` parses it. */
export const faultOf = (code: string, values?: Values): string =>
  values ? `${code}${JSON.stringify(values)}` : code;

/** The result of a reader that refuses the text. */
export const refuse = (code: string, values?: Values): { fault: string } => ({
  fault: faultOf(code, values),
});

/** Parses a code; null for a sentence, such as the provider's own. */
export function readFault(fault: string): { code: string; values: Values } | null {
  const found = /^([a-z_\d]+)(\{.*\})?$/s.exec(fault);
  if (!found?.[1]) return null;
  if (!found[2]) return { code: found[1], values: {} };
  try {
    return { code: found[1], values: JSON.parse(found[2]) as Values };
  } catch {
    return null;
  }
}
