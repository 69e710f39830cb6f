'use client';
import { useId, useRef, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { draw, leastZoom, mostZoom, moved, type View } from './crop';

/** The side of the square on screen, in pixels; the canvas has twice as many for sharp screens. */
const shown = 160;

/** The square that becomes the icon: dragged with the pointer, zoomed and moved with three sliders. */
export function Cropper({
  picture,
  view,
  onView,
}: {
  picture: ImageBitmap;
  view: View;
  onView: (view: View) => void;
}) {
  const t = useTranslations('icons');
  const last = useRef<{ x: number; y: number } | null>(null);
  const drag = (event: PointerEvent) => {
    if (!last.current) return;
    const { clientX: x, clientY: y } = event;
    const [across, down] = [(x - last.current.x) / shown, (y - last.current.y) / shown];
    last.current = { x, y };
    onView(moved(picture, view, across, down));
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <canvas
        width={2 * shown}
        height={2 * shown}
        aria-hidden
        className="border-edge bg-sunken size-40 shrink-0 cursor-move touch-none rounded-md border"
        ref={(canvas) => {
          if (canvas) draw(canvas, picture, view);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          last.current = null;
        }}
      />
      <div className="flex min-w-40 grow flex-col gap-2">
        <Slider
          label={t('zoom')}
          min={Math.min(leastZoom(picture), 0.99)}
          max={mostZoom}
          value={view.zoom}
          onSlide={(zoom) => onView({ ...view, zoom })}
        />
        <Slider label={t('across')} value={view.x} onSlide={(x) => onView({ ...view, x })} />
        <Slider label={t('down')} value={view.y} onSlide={(y) => onView({ ...view, y })} />
      </div>
    </div>
  );
}

function Slider({
  label,
  min = 0,
  max = 1,
  value,
  onSlide,
}: {
  label: string;
  min?: number;
  max?: number;
  value: number;
  onSlide: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-col">
      <label htmlFor={id} className="text-muted text-sm">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step="0.01"
        value={value}
        className="accent-accent w-full max-w-64"
        onChange={({ target }) => onSlide(target.valueAsNumber)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault(); // it would send the form
        }}
      />
    </div>
  );
}
