import { expect, it } from 'vitest';
import { textPdf } from './pdf';

it('a PDF of text points at its objects and escapes what the format needs', () => {
  const text = textPdf(['Invoice (a) \\ b', 'Kopi – Rp1.000,00']).toString('latin1');
  const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(table, table + 5)).toBe('xref\n');
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(5);
  for (const [index, offset] of offsets.entries())
    expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  const stream = /\/Length (\d+) >>\nstream\n([^]*)\nendstream/.exec(text);
  expect(stream?.[2]).toHaveLength(Number(stream?.[1]));
  expect(text).toContain('(Invoice \\(a\\) \\\\ b) Tj');
  expect(text).toContain('(Kopi ? Rp1.000,00) Tj');
});
