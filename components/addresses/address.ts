/** A public address of a DewaVPS account: its input and its reverse DNS name. The rest: `lib/resources/vps`. */
import type { Input, Row } from '@/lib/contract/types';
import { addresses } from '@/lib/resources/vps';
import { aboutOf, pageOf, type Query } from '@/lib/resources/resource';

export type Address = Row<'D58'>;

export { addresses as addressWords };
export const aboutAddress = aboutOf(addresses);

/** D58's input for `?page=2`. */
export const addressesInput = (query: Query): Input<'D58'> => ({
  query: { limit: addresses.pageSize, page: pageOf(query) },
});

const whole = /^(?=.{1,253}$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))+$/;

/** A code where a reverse DNS name isn't a whole domain name, which another name server could find. */
export const wrongName = (name: string): string | null =>
  whole.test(name.trim()) && !/^[\d.]+$/.test(name.trim()) ? null : 'rdns_invalid';
