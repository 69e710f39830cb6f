import { expect, it } from 'vitest';
import { fileName } from './file-name';

it.each([
  ['INV-2026-06-0001', 'INV-2026-06-0001.pdf'],
  ['INV/2024/08/0001', 'INV-2024-08-0001.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['Café "x"\r\nSet-Cookie: a', 'Cafe-x-Set-Cookie-a.pdf'],
  ['名字', 'document.pdf'],
  ['', 'document.pdf'],
  ['a'.repeat(200), `${'a'.repeat(80)}.pdf`],
])('names the file of %j', (base, name) => expect(fileName(base, 'pdf')).toBe(name));
