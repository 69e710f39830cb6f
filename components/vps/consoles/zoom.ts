/** How large a machine's screen is drawn. */

/** Width and height in CSS pixels; of a picture, in its own. */
export interface Size {
  width: number;
  height: number;
}

/** The smallest scale at which a text console can be read, and the largest that one can zoom to. */
const readable = 0.75;
const largest = 4;

/** The scale at which the whole picture fits into its frame. */
export function fittedScale(picture: Size, frame: Size): number {
  if (picture.width === 0 || picture.height === 0) return 1;
  return Math.min(frame.width / picture.width, frame.height / picture.height);
}

/**
 * The scale at which a picture is shown first.
 * @param touch whether fingers pan and zoom
 * @returns null to fit it into its frame; its own size where it could not be read then
 */
export function firstZoom(picture: Size, frame: Size, touch: boolean): number | null {
  return touch && fittedScale(picture, frame) < readable ? 1 : null;
}

/** Keeps a zoom between the whole picture and four times its size. */
export function limitZoom(zoom: number, picture: Size, frame: Size): number {
  const least = Math.min(1, fittedScale(picture, frame));
  return Math.min(largest, Math.max(least, zoom));
}

/** Two fingers on the frame: how far they are apart, and the point between them, in CSS pixels of the frame. */
export interface Pinch {
  distance: number;
  x: number;
  y: number;
}

/** How a picture stands in its frame: its scale, and how far it is scrolled. */
export interface Standing {
  zoom: number;
  left: number;
  top: number;
}

/**
 * Where a pinch moves the picture: what was between the fingers when they came stays between them.
 * @param from how the picture stood when `began` did
 * @param zoom the new scale
 */
export function pinched(from: Standing, began: Pinch, now: Pinch, zoom: number): Standing {
  const grown = zoom / from.zoom;
  return {
    zoom,
    left: (from.left + began.x) * grown - now.x,
    top: (from.top + began.y) * grown - now.y,
  };
}
