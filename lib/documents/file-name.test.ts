import { expect, it } from 'vitest';
import { datedFileName, fileName, timedFileName } from './file-name';

it.each([
  ['INV-2026-06-0001', 'INV-2026-06-0001.pdf'],
  ['INV/2024/08/0001', 'INV-2024-08-0001.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['Café "x"\r\nSet-Cookie: a', 'Cafe-x-Set-Cookie-a.pdf'],
  ['名字', 'document.pdf'],
  ['', 'document.pdf'],
  ['a'.repeat(200), `${'a'.repeat(80)}.pdf`],
])('names the file of %j', (base, name) => expect(fileName(base, 'pdf')).toBe(name));

it('puts the day, and the time where wanted, after the name', () => {
  const now = new Date(2026, 10, 2, 9, 5, 3);
  expect(datedFileName('invoices toko/1', 'csv', now)).toBe('invoices-toko-1-2026-11-02.csv');
  expect(datedFileName('a'.repeat(200), 'csv', now)).toMatch(/a-2026-11-02\.csv$/);
  expect(timedFileName('web-1', 'png', now)).toBe('web-1-2026-11-02-090503.png');
});
