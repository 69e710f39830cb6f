'use client';
import { useTranslations } from 'use-intl';
import { strengthOf, type Strength } from './password-strength';

const bars: Record<Strength, { filled: number; color: string }> = {
  short: { filled: 1, color: 'bg-danger-mark' },
  weak: { filled: 1, color: 'bg-danger-mark' },
  fair: { filled: 2, color: 'bg-warn-mark' },
  strong: { filled: 3, color: 'bg-run-mark' },
};

/**
 * Shows how strong a password is, in words and as three bars.
 * @param own names of the person; a password made of them is weak
 */
export function PasswordMeter({ password, own }: { password: string; own: readonly string[] }) {
  const t = useTranslations('auth.signUp');
  const strength = strengthOf(password, own);
  const { filled, color } = bars[strength];
  return (
    <span className="mt-1 flex items-center gap-2">
      <span aria-hidden className="flex gap-1">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={`h-1 w-8 rounded-full ${bar <= filled ? color : 'bg-off-soft'}`}
          />
        ))}
      </span>
      <span className="text-ink">{t('strength', { level: strength })}</span>
    </span>
  );
}
