/** Reads the member IDs that a person pastes. Browser-safe. */

/** One ID of a pasted text, or a line in which none was found. */
export type MemberLine =
  | { line: string; id: string; fault?: undefined }
  | { line: string; id?: undefined; fault: 'member_id_missing' | 'member_id_incomplete' };

const uuid = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g;
const zeroUuid = '00000000-0000-0000-0000-000000000000';

/** What separates the words of a line: white space, commas, semicolons, quotes and brackets. */
const between = /[\s,;:"'`“”„‘’«»<>()[\]{}|]+/;

/** Characters that word processors and mail programs put in: other hyphens, and invisible ones. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .toLowerCase();

/** Whether a word is what is left of an ID: digits and letters to f in groups, or many of them. */
const isPartOfId = (word: string) =>
  /^[\da-f]+(-[\da-f]+)+$/.test(word)
    ? /\d/.test(word) && word.length >= 8
    : /^[\da-f]{20,}$/.test(word);

function readMemberLine(line: string): MemberLine[] {
  const text = plain(line);
  const ids = (text.match(uuid) ?? []).filter((id) => id !== zeroUuid);
  const parts = text.replace(uuid, ' ').split(between).filter(isPartOfId);
  const incomplete = parts.map((part) => ({ line: part, fault: 'member_id_incomplete' }) as const);
  if (ids.length === 0 && incomplete.length === 0) return [{ line, fault: 'member_id_missing' }];
  return [...ids.map((id) => ({ line, id })), ...incomplete];
}

/**
 * Reads member IDs (UUIDs): on lines of their own, several on a line with anything between them, in capitals, in
 * quotes, or in a sentence such as “My member ID is …”. The same ID twice is read once. A line without one is
 * reported, and so is a part of an ID, since it was probably cut off. Codes: member_id_missing, member_id_incomplete.
 */
export function readMemberIds(text: string): MemberLine[] {
  const seen = new Set<string>();
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => plain(line).trim() !== '')
    .flatMap(readMemberLine)
    .filter(({ id }) => {
      if (id === undefined) return true;
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
}

/** The IDs of a pasted text, each once. */
export const memberIdsOf = (text: string): string[] =>
  readMemberIds(text).flatMap(({ id }) => id ?? []);
