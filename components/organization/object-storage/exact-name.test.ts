import { expect, it } from 'vitest';
import { exactName } from './exact-name';

it('marks what nobody sees, and leaves the rest', () => {
  expect(exactName('annual  report.pdf')).toBe('annual  report.pdf');
  expect(exactName(' a ')).toBe('⟨U+0020⟩a⟨U+0020⟩');
  expect(exactName('a\u00a0b\tc\nd')).toBe('a⟨U+00A0⟩b⟨U+0009⟩c⟨U+000A⟩d');
  expect(exactName('txt\u202egpj.')).toBe('txt⟨U+202E⟩gpj.');
  expect(exactName('%2F..//é"\'<b>.')).toBe('%2F..//é"\'<b>.');
});
