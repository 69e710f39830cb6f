/** Turns changes of a text field into keys, because an on-screen keyboard changes text and reports no keys. */

/** The text that the field always holds, so that Backspace has something to delete. */
export const filler = '\u00a0'.repeat(32);

/** A change of text, as keys to press. */
export interface TypedChange {
  /** Backspaces to send first. */
  backspaces: number;
  /** Characters to type after them. */
  text: string;
}

/** The keys that turn one text into the next, as if the cursor were at its end. */
export function typedChange(before: string, after: string): TypedChange {
  const [old, now] = [Array.from(before), Array.from(after)];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  return { backspaces: old.length - same, text: now.slice(same).join('') };
}
