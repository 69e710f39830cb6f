'use client';

/** A way to sign in. `provider` is for the provider's administrators; it has its own page and is never a choice. */
export type SignInMethod = 'awanio' | 'dewavps' | 'provider';

interface SignInMethodChoiceProps {
  legend: string;
  methods: readonly { method: SignInMethod; label: string }[];
  chosen: SignInMethod;
  onChoose: (method: SignInMethod) => void;
}

/** Chooses between two ways to sign in. They are radio buttons, so that the arrow keys work. */
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
