/** Hidden characters, shown. A file of its own: every page needs it. */

/** Parts of the text of others that stand in a page as marks; tab and line breaks are white space there. */
const marked =
  /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D\u00AD\u{E0020}-\u{E007F}])\p{Cf}/gu;

/** What a character is called where it can't be seen: `U+202E`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text of somebody else, its hidden characters as marks: `a⟨U+202E⟩b`. */
export const withMarks = (text: string): string =>
  text.replace(marked, (character) => `⟨${codePoint(character)}⟩`);
