'use client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { isTouch } from './pointer';
import { followTouches } from './touches';
import type { Screen } from './vnc';
import { firstZoom, fittedScale, type Size, type Standing } from './zoom';

const sizeOf = ({ offsetWidth: width, offsetHeight: height }: HTMLElement): Size => ({
  width,
  height,
});

/** How a screen is shown in its frame. */
export interface Zoom {
  /** The element that scrolls; its only child holds the picture. */
  frame: RefObject<HTMLDivElement | null>;
  /** Whether the whole picture fits into the frame. Otherwise it has a scale of its own. */
  fit: boolean;
  setFit: (fit: boolean) => void;
}

/** Sizes the picture's element: to the frame, or to a scale. noVNC draws the picture as large as its element. */
function draw(frame: HTMLElement, picture: Size, zoom: number | null): void {
  const holder = frame.firstElementChild;
  if (!(holder instanceof HTMLElement)) return;
  holder.style.width = zoom === null ? '100%' : `${Math.round(picture.width * zoom)}px`;
  holder.style.height = zoom === null ? '100%' : `${Math.round(picture.height * zoom)}px`;
}

/**
 * Decides how large a screen is shown: fitted into its frame, or on a phone in a size that can be read, where fingers pan
 * and zoom.
 */
export function useZoom(screen: Screen | null): Zoom {
  const frame = useRef<HTMLDivElement>(null);
  /** What the viewer chose; undefined before that. Null fits the picture into the frame. */
  const [chosen, setChosen] = useState<number | null | undefined>(undefined);
  const [sizes, setSizes] = useState<{ picture: Size; frame: Size } | null>(null);
  const first = sizes && firstZoom(sizes.picture, sizes.frame, isTouch());
  const zoom = chosen === undefined ? first : chosen;
  /** The scale that is drawn, which a pinch changes many times before it is chosen. */
  const drawn = useRef<number | null>(zoom);
  const fit = zoom === null;

  useEffect(() => {
    const element = frame.current;
    if (!screen || !element) return;
    const measure = () => setSizes({ picture: screen.size(), frame: sizeOf(element) });
    const stop = screen.onSize(measure);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      stop();
      observer.disconnect();
    };
  }, [screen]);

  useEffect(() => {
    drawn.current = zoom;
    if (frame.current && sizes) draw(frame.current, sizes.picture, zoom);
  }, [zoom, sizes]);

  useEffect(() => {
    const element = frame.current;
    if (fit || !screen || !element) return;
    const now = () => ({ picture: screen.size(), frame: sizeOf(element) });
    return followTouches(element, {
      sizes: now,
      standing: () => ({
        zoom: drawn.current ?? fittedScale(now().picture, now().frame),
        left: element.scrollLeft,
        top: element.scrollTop,
      }),
      stand({ zoom: next, left, top }: Standing) {
        drawn.current = next;
        draw(element, screen.size(), next);
        element.scrollTo({ left, top, behavior: 'instant' });
        setChosen(next);
      },
      rightClick: (x, y) => screen.rightClick(x, y),
    });
  }, [fit, screen]);

  return { frame, fit, setFit: (on) => setChosen(on ? null : 1) };
}
