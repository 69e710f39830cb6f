/** What an on-screen keyboard did to a text field, as keys: such keyboards change text and name no keys. */

/** Filler that a field holds so that Backspace has something to take away. */
export const filler = '\u00a0'.repeat(32);

export interface TypedChange {
  /** Backspaces to send first. */
  back: number;
  /** Characters to type after them. */
  text: string;
}

/** The change from one value to the next, as if typed at its end. */
export function typedChange(before: string, after: string): TypedChange {
  const [old, now] = [Array.from(before), Array.from(after)];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same += 1;
  return { back: old.length - same, text: now.slice(same).join('') };
}
