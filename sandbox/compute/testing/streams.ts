import { Duplex } from 'node:stream';

class End extends Duplex {
  other: End | null = null;
  private resume_: (() => void) | null = null;

  override _read(): void {
    const resume = this.resume_;
    this.resume_ = null;
    resume?.();
  }

  override _write(chunk: Buffer, _: string, done: () => void): void {
    if (!this.other || this.other.destroyed) return done();
    // Like a socket with a full window: the write completes when the other side reads on.
    if (this.other.push(chunk)) queueMicrotask(done);
    else this.other.resume_ = done;
  }

  override _final(done: () => void): void {
    this.other?.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.other && !this.other.destroyed) this.other.push(null);
    done(error);
  }
}

/** Two connected streams: each reads what the other writes. */
export function streamPair(): [Duplex, Duplex] {
  const [a, b] = [new End(), new End()];
  a.other = b;
  b.other = a;
  return [a, b];
}
