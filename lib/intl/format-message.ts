/**
 * Formats a compiled message as `use-intl` does, but isolates other people's text. `next.config.js` makes `use-intl`
 * use it on server and browser; therefore the default export.
 */
import formatOnly from 'use-intl/format-message/format-only';
import { isolated } from '@/lib/intl/foreign';

type Format = typeof formatOnly;
type Values = Parameters<Format>[2];

const alone = (values: Values): Values =>
  values &&
  (Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]),
  ) as Values);

const format = ((...[key, message, values, options]: Parameters<Format>) =>
  formatOnly(key, message, alone(values), options)) as Format;
format.raw = formatOnly.raw;

export default format;
