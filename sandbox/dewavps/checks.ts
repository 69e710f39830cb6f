/** Checks for orders and later changes of a machine. They collect all errors, as Laravel does. */
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { Refusal, invalid } from '../refusal';
import type { Size, Template, Tier } from './catalogue';
import { findLocation, findTier, hoursInAdvance } from './catalogue';

/** Error texts by field. */
export type Errors = Record<string, string[]>;

export const say = (errors: Errors, field: string, text: string) =>
  void (errors[field] ??= []).push(text);

/** @throws Refusal 422 if there are errors */
export function refuseErrors(errors: Errors): void {
  if (Object.keys(errors).length > 0) throw invalid(errors);
}

/** Checks a size against the limits of the tier and the needs of the system. */
export function checkLimits(
  errors: Errors,
  tier: Tier,
  template: Template | undefined,
  size: Size,
): void {
  const needs = { cpu: 0, memory: template?.minMemory ?? 0, storage: template?.minStorage ?? 0 };
  for (const field of ['cpu', 'memory', 'storage'] as const) {
    const least = Math.max(tier.min[field], needs[field]);
    if (size[field] < least) say(errors, field, `The ${field} must be at least ${least}.`);
    if (size[field] > tier.max[field])
      say(errors, field, `The ${field} may not be greater than ${tier.max[field]}.`);
  }
}

/** Finds the requested tier in a location; undefined with an error if it isn't available there. */
export function checkTier(errors: Errors, tierId: number, locationId: number): Tier | undefined {
  const tier = findTier(tierId);
  const location = findLocation(locationId);
  if (!location) say(errors, 'location_id', 'The selected location id is invalid.');
  if (!tier) say(errors, 'tier_id', 'The selected tier id is invalid.');
  if (!tier || !location || tier.locations.includes(location.id)) return tier;
  say(errors, 'tier_id', `${tier.name} is not available in ${location.name}.`);
  return tier;
}

/** Checks that no other machine of the customer has the host name. */
export function checkHostname(
  store: Store,
  tenantId: string,
  errors: Errors,
  hostname: string,
  except = '',
): void {
  const sql =
    'select 1 from instances where tenant_id = ? and hostname = ? collate nocase and uuid <> ?';
  if (store.get(sql, tenantId, hostname, except))
    say(errors, 'hostname', 'The hostname has already been taken.');
}

export function checkPassword(errors: Errors, username: string, password: string): void {
  if (password.toLowerCase().includes(username.toLowerCase()))
    say(errors, 'password', 'The password may not contain the username.');
}

export function checkLogin(errors: Errors, username: string, password: string): void {
  if (username.toLowerCase() === 'root') say(errors, 'username', 'The username root is reserved.');
  checkPassword(errors, username, password);
}

/** Checks that the balance covers a day at `perHour` rupiah, unless the account is postpaid. @throws Refusal 402 otherwise */
export function needMoney(cloud: Cloud, account: string, perHour: number, what: string): void {
  const needed = perHour * hoursInAdvance;
  if (cloud.ledger.isPostpaid(account) || cloud.ledger.balance(account) >= needed) return;
  throw new Refusal(
    402,
    `Your balance must cover ${hoursInAdvance} hours of this ${what} (Rp${needed}).`,
    { type: 'INVALID_OPERATION' },
  );
}
