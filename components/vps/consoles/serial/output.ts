/**
 * The output of a serial console on its way to the terminal. It can be paused; nothing is lost then, since the relay
 * reads no further ahead than what we tell it that we have shown (`lib/console/pipe`). So what waits here is bounded.
 */

/** The terminal gets no more than this at once, so that a pause takes effect soon. Bytes. */
const PIECE = 32 * 1024;

/** What the output needs from outside. */
export interface OutputSink {
  /** Shows bytes, and calls `shown` afterwards. */
  write(bytes: Uint8Array, shown: () => void): void;
  /** Called when `waiting` or `paused` has changed. */
  changed(): void;
}

export class SerialOutput {
  private readonly queue: Uint8Array[] = [];
  private writing = false;
  private tell: ((taken: number) => void) | null = null;
  /** Bytes shown by this connection's predecessors, which its own count leaves out. */
  private before = 0;
  private received = 0;
  private shown = 0;
  /** What was received when the person first typed in this connection; null before. */
  private typedAt: number | null = null;
  paused = false;

  constructor(private readonly sink: OutputSink) {}

  /** Bytes that have come in this connection. */
  get come(): number {
    return this.received - this.before;
  }

  /** Bytes that have come and aren't shown yet. */
  get waiting(): number {
    return this.received - this.shown;
  }

  /**
   * Whether what is being shown now came after the person has typed. Before that, it may be old output that the platform
   * sends again: a terminal's answers to it would arrive as input that nobody has typed.
   */
  get answersAllowed(): boolean {
    return this.typedAt !== null && this.shown >= this.typedAt;
  }

  /** A new connection begins. @param tell tells the relay how many bytes of this connection are shown */
  connect(tell: (taken: number) => void): void {
    this.before = this.received;
    this.typedAt = null;
    this.tell = tell;
  }

  disconnect(): void {
    this.tell = null;
  }

  receive(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += PIECE)
      this.queue.push(bytes.subarray(at, at + PIECE));
    this.received += bytes.length;
    if (this.paused) this.sink.changed();
    this.next();
  }

  /** The person has typed something. */
  typed(): void {
    this.typedAt ??= this.received;
  }

  pause(): void {
    this.paused = true;
    this.sink.changed();
  }

  resume(): void {
    this.paused = false;
    this.sink.changed();
    this.next();
  }

  private next(): void {
    if (this.writing || this.paused) return;
    const piece = this.queue.shift();
    if (!piece) return;
    this.writing = true;
    this.sink.write(piece, () => {
      this.writing = false;
      this.shown += piece.length;
      // What was left of an earlier connection is none of this one's count.
      if (this.shown > this.before) this.tell?.(this.shown - this.before);
      if (this.paused) this.sink.changed();
      this.next();
    });
  }
}
