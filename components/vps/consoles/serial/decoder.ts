/**
 * Makes text of a machine's output. A character may be cut between two messages, and its rest is awaited; bytes that are no UTF-8
 * become U+FFFD and cost nothing else. xterm's own decoder drops them without a mark.
 */
export class OutputDecoder {
  private decoder = new TextDecoder();

  decode(bytes: Uint8Array): string {
    return this.decoder.decode(bytes, { stream: true });
  }

  /** Gives up what is left of a character: the next output is of another connection. */
  reset(): void {
    this.decoder = new TextDecoder();
  }
}
