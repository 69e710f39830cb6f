/** Whether this deployment has serial consoles (DX4), as far as its overrides and the backend's answers tell. */
import { planOf } from '@/lib/backend';
import { perProcess } from '@/lib/log/per-process';

/** Milliseconds for which a backend is believed to have no serial consoles. */
const believedFor = 10 * 60_000;

const memory = () => perProcess('console.serialMissing', () => ({ until: 0 }));

/** The backend has no such operation. */
export function noteSerialMissing(now = Date.now()): void {
  memory().until = now + believedFor;
}

/** The backend has answered with a console. */
export function noteSerialWorks(): void {
  memory().until = 0;
}

/** Whether pages show the way to the serial console. */
export const serialOffered = (now = Date.now()): boolean =>
  !planOf('DX4').absent && now >= memory().until;
