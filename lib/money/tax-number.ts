/**
 * Indonesian tax numbers: an NPWP has 15 digits (until 2024) or 16, and a citizen's NIK has 16 and serves as NPWP. They
 * are typed with dots, dashes and spaces in many ways. Pure; for server and browser.
 */

/** What may stand between the digits. */
const between = /[\s.\-–/]/g;

/** The digits of a tax number; null if it has neither 15 nor 16, or something else stands in it. */
export function readTaxNumber(typed: string): string | null {
  const digits = typed.replace(between, '');
  return /^\d{15,16}$/.test(digits) && !/^0+$/.test(digits) ? digits : null;
}

/**
 * A tax number as it is printed: `01.234.567.8-901.000` with 15 digits, groups of four with 16.
 * @param digits of `readTaxNumber`
 */
export function taxNumberWords(digits: string): string {
  if (digits.length === 15)
    return digits.replace(/^(..)(...)(...)(.)(...)(...)$/, '$1.$2.$3.$4-$5.$6');
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}
