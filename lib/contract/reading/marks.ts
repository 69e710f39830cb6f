/** Makes hidden characters visible. It is a separate file because every page needs it. */

/** Characters in other people's text that are shown as marks; tabs and line breaks are shown as white space. */
const marked =
  /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D\u00AD\u{E0020}-\u{E007F}])\p{Cf}/gu;

/** The name of a character that can't be seen: `U+202E`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Shows the hidden characters of other people's text as marks: `a⟨U+202E⟩b`. */
export const withMarks = (text: string): string =>
  text.replace(marked, (character) => `⟨${codePoint(character)}⟩`);
