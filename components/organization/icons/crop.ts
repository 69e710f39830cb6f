/** Cuts a square out of a picture and makes an icon of it. Browser only. */
import { mostIconText, readPicture, type PictureFault } from '@/lib/contract/reading/pictures';

/** What of the picture is in the square. */
export interface View {
  /** 1 fills the square with the shorter side; less shows more of the picture, with empty edges. */
  zoom: number;
  /** Where the square stands, from 0 (left, top) to 1 (right, bottom). */
  x: number;
  y: number;
}

export const centered: View = { zoom: 1, x: 0.5, y: 0.5 };

/** The largest zoom. */
export const mostZoom = 4;

/** Most bytes of a file to choose. */
const mostFileBytes = 10 * 1024 * 1024;

/** Why a file can't become an icon. */
export type FileFault = PictureFault | 'file_too_large';

interface Sides {
  width: number;
  height: number;
}

/** The zoom at which the whole picture is in the square. */
export const leastZoom = ({ width, height }: Sides): number =>
  Math.min(width, height) / Math.max(width, height);

/** The part of the picture that the square shows, in pixels of the picture; it may reach beyond the edges. */
export function partOf({ width, height }: Sides, { zoom, x, y }: View) {
  const side = Math.min(width, height) / zoom;
  return { left: (width - side) * x, top: (height - side) * y, side };
}

/** The view after the picture was dragged by so many parts of the square. */
export function moved(sides: Sides, view: View, across: number, down: number): View {
  const { side } = partOf(sides, view);
  const along = (at: number, length: number, by: number) =>
    length === side ? at : Math.min(1, Math.max(0, at - (by * side) / (length - side)));
  return {
    ...view,
    x: along(view.x, sides.width, across),
    y: along(view.y, sides.height, down),
  };
}

/** Draws what the square shows. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, view: View): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { left, top, side } = partOf(picture, view);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
}

/** The sides of an icon in pixels, the best first. The last one fits whatever it shows. */
const sides = [512, 256];

/** The square as a PNG in a data URI, whose base64 is at most 512 kB. */
export function iconText(picture: ImageBitmap, view: View): string {
  let text = '';
  for (const side of sides) {
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    draw(canvas, picture, view);
    text = canvas.toDataURL('image/png');
    if (text.length - text.indexOf(',') <= mostIconText) break;
  }
  return text;
}

/** Opens a chosen file. Its header is read before the browser decodes it. */
export async function openPicture(
  file: Blob,
): Promise<{ picture: ImageBitmap } | { fault: FileFault }> {
  if (file.size > mostFileBytes) return { fault: 'file_too_large' };
  const read = readPicture(new Uint8Array(await file.arrayBuffer()));
  if ('fault' in read) return read;
  try {
    return { picture: await createImageBitmap(file) };
  } catch {
    return { fault: 'picture_damaged' };
  }
}
