import { describe, expect, it } from 'vitest';
import { attachmentNamed, nameOfKey } from './disposition';

describe('attachmentNamed', () => {
  it.each([
    ['a.txt', 'filename="a.txt"'],
    ["John's Resume.pdf", `filename="John's Resume.pdf"; filename*=UTF-8''John%27s%20Resume.pdf`],
    ['report(1).pdf', `filename="report(1).pdf"; filename*=UTF-8''report%281%29.pdf`],
    ['a,b.mkv', `filename="a,b.mkv"; filename*=UTF-8''a%2Cb.mkv`],
    ['50%*.txt', `filename="50_*.txt"; filename*=UTF-8''50%25%2A.txt`],
    ['say "hi".txt', `filename="say _hi_.txt"; filename*=UTF-8''say%20%22hi%22.txt`],
    ['c:\\a/b', `filename="c:_a_b"; filename*=UTF-8''c%3A_a_b`],
    ['a\r\nSet-Cookie: b', `filename="a__Set-Cookie: b"; filename*=UTF-8''a__Set-Cookie%3A%20b`],
    ['a\u0000\u007f\u0085b', 'filename="a___b"'],
    ['exe.\u202efdp.scr', 'filename="exe._fdp.scr"'],
    ['про 😀', `filename="___ _"; filename*=UTF-8''%D0%BF%D1%80%D0%BE%20%F0%9F%98%80`],
    ['\ud800', `filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('writes %j', (name, header) => {
    expect(attachmentNamed(name)).toBe(`attachment; ${header}`);
    expect(() => new Headers({ a: attachmentNamed(name) })).not.toThrow();
  });
});

it.each([
  ['a/b/c.txt', 'c.txt'],
  ['folder/', 'folder'],
  ['/hello.html', 'hello.html'],
  ['a\\..\\b', 'a_.._b'],
  ['..', 'download'],
  ['a/.', 'download'],
  ['//', 'download'],
  ['.profile', '.profile'],
])('the key %j is saved as %j', (key, name) => expect(nameOfKey(key)).toBe(name));
