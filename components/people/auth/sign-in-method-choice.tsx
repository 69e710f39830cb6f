'use client';

/** `provider`, the way of the provider's administrators, has a page of its own and is never one of two. */
export type SignInMethod = 'awanio' | 'dewavps' | 'provider';

interface SignInMethodChoiceProps {
  legend: string;
  methods: readonly { method: SignInMethod; label: string }[];
  chosen: SignInMethod;
  onChoose: (method: SignInMethod) => void;
}

/** Which of the two ways to sign in: radio buttons side by side, so that the arrow keys choose. */
export function SignInMethodChoice({ legend, methods, chosen, onChoose }: SignInMethodChoiceProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className="border-line bg-sunken grid grid-cols-2 gap-1 rounded-md border p-1">
        {methods.map(({ method, label }) => (
          <label
            key={method}
            className="text-muted hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:border-edge has-focus-visible:outline-focus flex min-h-8 cursor-pointer items-center justify-center rounded border border-transparent px-2 text-center font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-1"
          >
            <input
              type="radio"
              name="way"
              value={method}
              checked={chosen === method}
              onChange={() => onChoose(method)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
