import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md';

const variants: Record<ButtonVariant, string> = {
  primary: 'btn-primary',
  secondary: 'btn-secondary',
  quiet: 'btn-quiet',
  danger: 'btn-danger',
};
const sizes: Record<ButtonSize, string> = { sm: 'btn-sm', md: 'btn-md' };

/** The classes of a button, for links that look like one. Their names are short, since every row of a list has them. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md'): string {
  return cx('btn', variants[variant], sizes[size]);
}
