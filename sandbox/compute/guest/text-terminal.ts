/** A place in the text: lines are counted from the first one ever written. */
export interface Place {
  column: number;
  line: number;
}

/** What the programs of a guest write to: the text console of its screen, or its serial line. */
export interface TextTerminal {
  readonly column: number;
  /** What `stty size` says. */
  readonly size: { rows: number; columns: number };
  /** Writes text; `\n` begins a new line. */
  write(text: string): void;
  clear(): void;
  position(): Place;
  /** Goes to a place plus a number of characters, with wrapping. */
  moveTo(place: Place, characters?: number): void;
  /** Runs several changes and shows only their result. */
  quietly(work: () => void): void;
  /** Clears from the cursor to the end of the screen. */
  clearBelow(): void;
  /** The part of a long output that somebody can still see. */
  tail(text: string): string;
  /** Whether what was written has gone on its way, so that a program may write more. */
  ready(): boolean;
}
