import { BLACK, PALETTE, type Screen } from '../screen/screen';
import { hextile } from './hextile';
import { NATURAL_FORMAT, PixelEncoder, type PixelFormat } from './pixels';
import { POINTER_SIZE, pointerShape } from './pointer';
import { type Rectangle, Tracker, union } from './tracker';

/** Numbers of encodings (source: RFC 6143 7.7, 7.8). */
const ENCODING = { raw: 0, hextile: 5, cursor: -239, desktopSize: -223 } as const;

const WHITE = 15;
const MAX_RECTANGLES = 0xffff;

/**
 * Makes the FramebufferUpdates of one viewer: the requested regions in its pixel format and encodings. Requests are
 * joined to one, so at most one update is pending.
 */
export class Updates {
  private encoder = new PixelEncoder(NATURAL_FORMAT, PALETTE);
  private encodings = new Set<number>();
  private readonly tracker: Tracker;
  private wanted: Rectangle | null = null;
  private forced: Rectangle | null = null;
  private pointerOwed = false;
  private size = { width: 0, height: 0 };

  constructor(private readonly screen: Screen) {
    this.tracker = new Tracker(screen);
  }

  /** Remembers the size that ServerInit tells the viewer. */
  greet(): void {
    this.size = { width: this.screen.width, height: this.screen.height };
  }

  setFormat(format: PixelFormat): void {
    this.encoder = new PixelEncoder(format, PALETTE);
    this.pointerOwed = this.encodings.has(ENCODING.cursor);
  }

  setEncodings(encodings: readonly number[]): void {
    this.encodings = new Set(encodings);
    this.pointerOwed = this.encodings.has(ENCODING.cursor);
  }

  request(incremental: boolean, region: Rectangle): void {
    if (incremental) this.wanted = union(this.wanted, region);
    else this.forced = union(this.forced, region);
  }

  /** The update to send now; null if none was requested or nothing has changed. */
  take(): Buffer | null {
    if (!this.wanted && !this.forced) return null;
    // A new size is sent first and alone, since the request refers to the old size.
    if (this.resized()) return this.answer([header(0, 0, this.size, ENCODING.desktopSize)]);
    const rectangles = [
      ...(this.forced ? this.tracker.takeAll(this.forced) : []),
      ...(this.wanted ? this.tracker.takeChanges(this.wanted) : []),
    ]
      .map((rectangle) => this.visible(rectangle))
      .filter((rectangle) => rectangle.width > 0 && rectangle.height > 0)
      .slice(0, MAX_RECTANGLES - 2);
    const parts = rectangles.map((rectangle) => this.rectangle(rectangle));
    if (this.pointerOwed) {
      this.pointerOwed = false;
      const shape = pointerShape(this.encoder, BLACK, WHITE);
      parts.push(Buffer.concat([header(0, 0, POINTER_SIZE, ENCODING.cursor), shape]));
    }
    return parts.length === 0 && !this.forced ? null : this.answer(parts);
  }

  private answer(parts: readonly Buffer[]): Buffer {
    this.wanted = null;
    this.forced = null;
    const head = Buffer.alloc(4);
    head.writeUInt16BE(parts.length, 2);
    return Buffer.concat([head, ...parts]);
  }

  /** Whether the viewer must get a new size. A viewer that doesn't support it still sees the part that fits. */
  private resized(): boolean {
    const { width, height } = this.screen;
    if (width === this.size.width && height === this.size.height) return false;
    if (!this.encodings.has(ENCODING.desktopSize)) return false;
    this.size = { width, height };
    return true;
  }

  private visible({ x, y, width, height }: Rectangle): Rectangle {
    return {
      x,
      y,
      width: Math.min(width, this.size.width - x),
      height: Math.min(height, this.size.height - y),
    };
  }

  private rectangle(area: Rectangle): Buffer {
    const { pixels, width: stride } = this.screen;
    if (this.encodings.has(ENCODING.hextile)) {
      const body = hextile(this.encoder, pixels, stride, area);
      return Buffer.concat([header(area.x, area.y, area, ENCODING.hextile), body]);
    }
    const body = this.encoder.raw(pixels, stride, area.x, area.y, area.width, area.height);
    return Buffer.concat([header(area.x, area.y, area, ENCODING.raw), body]);
  }
}

function header(
  x: number,
  y: number,
  size: { width: number; height: number },
  encoding: number,
): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(x, 0);
  bytes.writeUInt16BE(y, 2);
  bytes.writeUInt16BE(size.width, 4);
  bytes.writeUInt16BE(size.height, 6);
  bytes.writeInt32BE(encoding, 8);
  return bytes;
}
