import type { PdfFailure } from './messages';

/** Why pdf.js couldn't open a file, by the names of its errors. */
export function failureOf(error: unknown): PdfFailure {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'password';
  // FormatError and the like come of files that only begin as a PDF does.
  return [
    'InvalidPDFException',
    'FormatError',
    'XRefEntryException',
    'MissingDataException',
  ].includes(name)
    ? 'broken'
    : 'unknown';
}
