/** Formats values: money, sizes, time. `components/ui/instant` shows an instant in the viewer's zone. */
export { pricePerHour, pricePerMonth, rate, rupiah, signedRupiah } from './money';
export { bytes, count, gigabytes, megabytes, number } from './size';
export {
  duration,
  exact,
  jakartaOffset,
  monthOf,
  relative,
  zoneName,
  type InstantStyle,
} from './time';
