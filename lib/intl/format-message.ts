/**
 * How a compiled message is put together: as `use-intl` does, but with the text of others isolated. `next.config.js`
 * gives it to `use-intl` in place of its own, for server and browser; hence the default export.
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
