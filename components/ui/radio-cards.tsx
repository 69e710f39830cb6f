import { useId, type ChangeEvent, type FocusEvent, type ReactNode, type Ref } from 'react';
import { cx } from './cx';
import { FieldNotes } from './field';
import { isolatedNode } from './foreign';

/** One option. */
export interface RadioCard {
  value: string;
  title: ReactNode;
  description?: ReactNode;
  /** Shown at the end of the card: a price, a badge. */
  aside?: ReactNode;
  /** Why it can't be chosen; shown in place of the description. */
  disabledReason?: string | null;
}

export interface RadioCardsProps {
  legend: ReactNode;
  /** Only screen readers get the legend, since a heading shows it already. */
  legendHidden?: boolean;
  cards: readonly RadioCard[];
  hint?: ReactNode;
  error?: string | null;
  /** Whether one must be chosen; forms set it (`form.field`). */
  'aria-required'?: boolean | undefined;
  columns?: 1 | 2 | 3;
  name: string;
  /** The chosen value, if the parent controls it. Leave it out with react-hook-form's `register`. */
  value?: string;
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
}

/** At most so many columns as are asked for, and fewer where a card would be too narrow for its words. */
const grids = {
  1: '',
  2: 'grid-cols-[repeat(auto-fill,minmax(min(100%,max(14rem,calc((100%-0.5rem)/2))),1fr))]',
  3: 'grid-cols-[repeat(auto-fill,minmax(min(100%,max(10rem,calc((100%-1rem)/3))),1fr))]',
} as const;

/** Chooses one of a few options, each a card with description and price. They are the browser's radio buttons. */
export function RadioCards({
  legend,
  legendHidden,
  cards,
  hint,
  error,
  'aria-required': required,
  columns = 2,
  name,
  value,
  onChange,
  onBlur,
  ref,
}: RadioCardsProps) {
  const id = useId();
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-1"
      aria-describedby={cx(hint && hintId, error && errorId) || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend
        className={legendHidden ? 'sr-only' : cx('mb-1 font-medium', required && 'required-mark')}
      >
        {legend}
      </legend>
      <div className={cx('grid gap-2', grids[columns])}>
        {cards.map((card) => (
          <Card
            key={card.value}
            card={card}
            input={{
              name,
              onChange,
              onBlur,
              ref,
              required: required || undefined,
              checked: value === undefined ? undefined : value === card.value,
            }}
          />
        ))}
      </div>
      <FieldNotes hintId={hintId} hint={hint} errorId={errorId} error={error} />
    </fieldset>
  );
}

type CardInput = Pick<RadioCardsProps, 'name' | 'onChange' | 'onBlur' | 'ref'> & {
  required?: boolean | undefined;
  checked?: boolean;
};

function Card({ card, input }: { card: RadioCard; input: CardInput }) {
  const blocked = Boolean(card.disabledReason);
  return (
    <label
      className={cx(
        'border-edge bg-surface has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-accent flex min-w-0 items-start gap-2.5 rounded-md border p-3 has-checked:ring-1',
        'has-focus-visible:outline-focus has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
        blocked
          ? 'border-line bg-sunken text-faint cursor-not-allowed'
          : 'hover:bg-hover cursor-pointer',
      )}
    >
      <input
        {...input}
        type="radio"
        value={card.value}
        disabled={blocked}
        className="accent-accent mt-0.5 size-4 shrink-0 outline-none"
      />
      {/* What stands aside comes below where the words have too little room beside it. */}
      <span className="flex min-w-0 grow flex-wrap gap-x-2.5 gap-y-0.5">
        <span className="flex min-w-0 grow basis-28 flex-col gap-0.5">
          <span className="font-medium wrap-anywhere">{isolatedNode(card.title)}</span>
          {blocked || card.description ? (
            <span className="text-muted text-sm">
              {card.disabledReason || isolatedNode(card.description)}
            </span>
          ) : null}
        </span>
        {card.aside ? <span className="tabular shrink-0 text-sm">{card.aside}</span> : null}
      </span>
    </label>
  );
}
