'use client';

/** `provider`, the way of the provider's administrators, has a page of its own and is never one of two. */
export type Way = 'awanio' | 'dewavps' | 'provider';

interface WayChoiceProps {
  legend: string;
  ways: readonly { way: Way; label: string }[];
  chosen: Way;
  onChoose: (way: Way) => void;
}

/** Which of the two ways in: radio buttons side by side, so that the arrow keys choose. */
export function WayChoice({ legend, ways, chosen, onChoose }: WayChoiceProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className="border-line bg-sunken grid grid-cols-2 gap-1 rounded-md border p-1">
        {ways.map(({ way, label }) => (
          <label
            key={way}
            className="text-muted hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:border-edge has-focus-visible:outline-focus flex min-h-8 cursor-pointer items-center justify-center rounded border border-transparent px-2 text-center font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-1"
          >
            <input
              type="radio"
              name="way"
              value={way}
              checked={chosen === way}
              onChange={() => onChoose(way)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
