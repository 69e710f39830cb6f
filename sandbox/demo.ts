/** Values that the demo data of both backends use. */
import { hour } from './ledger';

/**
 * The opening balance in rupiah, large enough for all orders of the demo. The seed changes it afterwards, so that the
 * final balance is the demo's.
 */
export const demoTenantOpening = 50_000_000;

/** The instant some days before `now`, in milliseconds. */
export const daysBefore = (now: number, days: number) => Math.round(now - days * 24 * hour);
