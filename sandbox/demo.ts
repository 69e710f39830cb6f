/** What both halves of the demo data share. */
import { hour } from './ledger';

/** Moved afterwards, so that the balance is what the demo promises; large enough for every order before that. */
export const demoTenantOpening = 50_000_000;

export const daysBefore = (now: number, days: number) => Math.round(now - days * 24 * hour);
