/** A parser: it yields the number of bytes that it needs next, gets exactly these, and returns at its end. */
export type Parser = Generator<number, void, Buffer>;

/** Feeds a parser from a byte stream with chunks of any size. */
export class Reader {
  private chunks: Buffer[] = [];
  private available = 0;
  private wanted = 0;
  private finished = false;
  private running = false;

  constructor(private readonly parser: Parser) {
    this.resume(Buffer.alloc(0));
  }

  /** Passes bytes to the parser. @throws the parser's error; afterwards the reader ignores all bytes */
  feed(chunk: Buffer): void {
    if (this.finished || chunk.length === 0) return;
    this.chunks.push(chunk);
    this.available += chunk.length;
    if (this.running || this.available < this.wanted) return;
    this.running = true;
    try {
      let rest = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
      this.chunks = [];
      while (!this.finished && rest.length >= this.wanted) {
        const piece = rest.subarray(0, this.wanted);
        rest = rest.subarray(this.wanted);
        this.resume(piece);
      }
      this.chunks = rest.length > 0 ? [rest] : [];
      this.available = rest.length;
    } catch (error) {
      this.finished = true;
      this.chunks = [];
      throw error;
    } finally {
      this.running = false;
    }
  }

  /** Ignores all further bytes, buffered ones, too. */
  stop(): void {
    this.finished = true;
    this.chunks = [];
  }

  private resume(piece: Buffer): void {
    const step = this.parser.next(piece);
    if (step.done) this.finished = true;
    else this.wanted = step.value;
  }
}
