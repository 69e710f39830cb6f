/**
 * What the page and the frame that shows a PDF say to each other. The frame has an opaque origin: nothing of the console is
 * within its reach, and it gets bytes and words alone. Types and constants alone.
 */

/** The frame's document; `lib/front/pdf-viewer` answers it. */
export const pdfFrameUrl = '/api/viewers/pdf';

/** From the page to the frame. */
export type ToFrame =
  | {
      kind: 'open';
      bytes: ArrayBuffer;
      /** Of the page, for screen readers. */
      language: string;
      /** Whether the page is dark, which only it knows. */
      dark: boolean;
      /** What the frame is called. */
      title: string;
      /** The label of a page: `Page` and `of` make `Page 2 of 5`. */
      page: string;
      of: string;
    }
  /** Percent; `fit` is as wide as the frame. */
  | { kind: 'zoom'; to: number | 'fit' }
  | { kind: 'go'; page: number };

/** Why a PDF isn't shown. */
export type PdfFailure = 'password' | 'broken' | 'unknown';

/** From the frame to the page. */
export type FromFrame =
  /** It listens. */
  | { kind: 'ready' }
  | { kind: 'opened'; pages: number }
  | { kind: 'failed'; why: PdfFailure }
  /** The page that is at the top now, and the zoom in percent. */
  | { kind: 'at'; page: number; zoom: number }
  /** A page that couldn't be drawn; the others can. */
  | { kind: 'undrawn'; page: number };

/** Reads a message of the frame; null for everything else. */
export function readFromFrame(data: unknown): FromFrame | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  const said = data as Record<string, unknown>;
  const whole = (name: string) =>
    typeof said[name] === 'number' && Number.isFinite(said[name]) && said[name] > 0;
  switch (said['kind']) {
    case 'ready':
      return { kind: 'ready' };
    case 'opened':
      return whole('pages') ? (said as unknown as FromFrame) : null;
    case 'failed':
      return ['password', 'broken', 'unknown'].includes(String(said['why']))
        ? (said as unknown as FromFrame)
        : null;
    case 'at':
      return whole('page') && whole('zoom') ? (said as unknown as FromFrame) : null;
    case 'undrawn':
      return whole('page') ? (said as unknown as FromFrame) : null;
    default:
      return null;
  }
}
