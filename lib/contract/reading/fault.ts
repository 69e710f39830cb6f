/**
 * How the readers of typed text answer: the one form that is sent, or the rule that the text breaks. Form fields, the
 * contract's schemas and the sandbox use the same readers, so what is checked is what is sent. Browser-safe, no zod.
 */

export type Values = Readonly<Record<string, string | number>>;

/** What a text means, in the form that is sent; or the code of the rule that it breaks. */
export type Reading<T = string> =
  { value: T; fault?: undefined } | { value?: undefined; fault: string };

export type Reader<T = string> = (text: string) => Reading<T>;

/** A code with what its words need: `too_long{"max":100}`. `readFault` takes it apart. */
export const faultOf = (code: string, values?: Values): string =>
  values ? `${code}${JSON.stringify(values)}` : code;

/** The answer of a reader that refuses. */
export const refuse = (code: string, values?: Values): { fault: string } => ({
  fault: faultOf(code, values),
});

/** The parts of a code; null for a sentence, such as the provider's own. */
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
