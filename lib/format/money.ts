/**
 * Formats rupiah. It is written `Rp1.234.567` in every language, as on the invoices. It doesn't use Intl, since
 * server and browser must give the same characters.
 */
import type { Locale } from '@/lib/intl/locales';

const group = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** Whole rupiah: `Rp1.234.567`, `-Rp5.000`. Fractions are rounded; a missing or invalid number is `–`. */
export function rupiah(amount: number | null | undefined): string {
  if (amount === null || amount === undefined || !Number.isFinite(amount)) return '–';
  const whole = Math.round(Math.abs(amount));
  return `${amount < 0 && whole !== 0 ? '-' : ''}Rp${group(String(whole))}`;
}

/** Whole rupiah of a change: `+Rp5.000`, `-Rp5.000`, `Rp0`. */
export function signedRupiah(amount: number | null | undefined): string {
  const text = rupiah(amount);
  return (amount ?? 0) > 0 && text !== 'Rp0' && text !== '–' ? `+${text}` : text;
}

/** A rate, with up to two decimals if it has them: `Rp126,5`. */
export function rate(amount: number | null | undefined): string {
  if (amount === null || amount === undefined || !Number.isFinite(amount)) return '–';
  const [whole = '0', fraction = ''] = Math.abs(amount).toFixed(2).split('.');
  const decimals = fraction.replace(/0+$/, '');
  const text = `Rp${group(whole)}${decimals === '' ? '' : `,${decimals}`}`;
  return amount < 0 && text !== 'Rp0' ? `-${text}` : text;
}

const per: Record<Locale, { hour: string; month: string }> = {
  en: { hour: 'hour', month: 'month' },
  id: { hour: 'jam', month: 'bulan' },
};

/** `Rp126,5/hour`, `Rp126,5/jam`. */
export function pricePerHour(amount: number | null | undefined, locale: Locale): string {
  return `${rate(amount)}/${per[locale].hour}`;
}

/** `Rp90.000/month`, `Rp90.000/bulan`. */
export function pricePerMonth(amount: number | null | undefined, locale: Locale): string {
  return `${rupiah(amount)}/${per[locale].month}`;
}
