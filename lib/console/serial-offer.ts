/** Whether this deployment has serial consoles (DX4), as far as its overrides and the backend's answers tell. */
import { planOf } from '@/lib/backend';
import { perProcess } from '@/lib/log/per-process';

/** Milliseconds for which a backend is believed to have no serial consoles. */
const believedFor = 10 * 60_000;

const memory = () => perProcess('console.serialMissing', () => ({ until: 0, worked: false }));

/** The backend says that it has no such operation. What has worked is there, whatever one answer says. */
export function noteSerialMissing(now = Date.now()): void {
  if (!memory().worked) memory().until = now + believedFor;
}

/** The backend has answered with a console. */
export function noteSerialWorks(): void {
  Object.assign(memory(), { until: 0, worked: true });
}

/** Whether pages show the way to the serial console. */
export const serialOffered = (now = Date.now()): boolean =>
  !planOf('DX4').absent && now >= memory().until;
