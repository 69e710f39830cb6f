/**
 * Fingers on a screen that is larger than its frame. The browser pans by itself, and makes a click of a tap, which noVNC
 * takes as the mouse's; two fingers zoom, and a long press is a right click. noVNC's own gestures would drag with the
 * mouse where one wants to pan, so they get no touches here.
 */
import { limitZoom, pinched, type Pinch, type Size, type Standing } from './zoom';

/** Milliseconds after which a press is a long one, and pixels by which the finger may move. */
const longPress = 600;
const still = 10;

/** What the fingers act on. */
export interface Touched {
  standing(): Standing;
  sizes(): { picture: Size; frame: Size };
  stand(at: Standing): void;
  rightClick(x: number, y: number): void;
}

function pinchOf({ touches }: TouchEvent, frame: HTMLElement): Pinch | null {
  const [one, other] = [touches[0], touches[1]];
  if (!one || !other) return null;
  const { left, top } = frame.getBoundingClientRect();
  return {
    distance: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
    x: (one.clientX + other.clientX) / 2 - left,
    y: (one.clientY + other.clientY) / 2 - top,
  };
}

/** Follows the fingers on a frame. @returns ends it */
export function followTouches(frame: HTMLElement, touched: Touched): () => void {
  let pinch: { from: Standing; began: Pinch } | null = null;
  let press: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | null = null;
  let pressed = false;
  const endPress = () => {
    if (press) clearTimeout(press.timer);
    press = null;
  };
  const begin = (event: TouchEvent) => {
    endPress();
    const began = pinchOf(event, frame);
    pinch = began && { from: touched.standing(), began };
    const finger = event.touches[0];
    if (began || !finger) return;
    const { clientX: x, clientY: y } = finger;
    pressed = false;
    const timer = setTimeout(() => {
      press = null;
      pressed = true;
      touched.rightClick(x, y);
    }, longPress);
    press = { x, y, timer };
  };
  const move = (event: TouchEvent) => {
    const finger = event.touches[0];
    if (press && finger && Math.hypot(finger.clientX - press.x, finger.clientY - press.y) > still)
      endPress();
    const now = pinchOf(event, frame);
    if (!pinch || !now) return;
    event.preventDefault();
    const { picture, frame: size } = touched.sizes();
    const wanted = (pinch.from.zoom * now.distance) / pinch.began.distance;
    touched.stand(pinched(pinch.from, pinch.began, now, limitZoom(wanted, picture, size)));
  };
  const end = (event: TouchEvent) => {
    endPress();
    if (event.touches.length < 2) pinch = null;
    // Otherwise the browser would make a left click of the long press, too.
    if (pressed && event.cancelable) event.preventDefault();
  };
  const listeners = { touchstart: begin, touchmove: move, touchend: end, touchcancel: end };
  const options = { capture: true, passive: false };
  const added = Object.entries(listeners).map(([type, run]) => {
    const listener = (event: Event) => {
      event.stopPropagation();
      run(event as TouchEvent);
    };
    frame.addEventListener(type, listener, options);
    return () => frame.removeEventListener(type, listener, options);
  });
  return () => {
    endPress();
    for (const remove of added) remove();
  };
}
