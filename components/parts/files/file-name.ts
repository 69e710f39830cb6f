/**
 * The name of a file with today's day: `invoices-2026-11-21.xlsx`.
 * @param base characters that a file's name can't have become hyphens
 * @param extension without a dot
 */
export function fileName(base: string, extension: string): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const today = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${base.replace(/[^\w.-]+/g, '-')}-${today}.${extension}`;
}
