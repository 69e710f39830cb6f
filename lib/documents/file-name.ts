/** Names of downloaded files. */

/**
 * A safe name for a file: letters, digits, `.`, `_` and `-` alone, so that it needs no escaping in a header and no file
 * system refuses it: `INV/2024/08/0001` becomes `INV-2024-08-0001.pdf`.
 * @param base of any characters @param otherwise stands for a name of which nothing is left
 */
export function fileName(base: string, extension: string, otherwise = 'document'): string {
  const plain = base.normalize('NFKD').replace(/\p{M}/gu, '');
  const safe = plain
    .replace(/[^\w.-]+/g, '-')
    .replace(/([-.])[-.]+/g, '$1')
    .slice(0, 80)
    .replace(/^[-.]+|[-.]+$/g, '');
  return `${safe || otherwise}.${extension}`;
}
