/** The sums over all uploads. */
import { secondsLeft } from './speed';
import { isEnded, sentOf, type Upload } from './upload';

export interface Totals {
  /** All but those that were cancelled or skipped. */
  files: number;
  done: number;
  /** Waiting, being sent, or to be tried again by themselves. */
  busy: number;
  paused: number;
  /** Those that need somebody. */
  needFile: number;
  stopped: number;
  /** Of those that need somebody, the ones whose names exist. */
  existing: number;
  /** Cancelled and skipped ones. */
  dropped: number;
  /** Bytes of all files, and those that have left. */
  size: number;
  sent: number;
  /** Bytes a second, and seconds left. */
  speed: number | null;
  left: number | null;
  /** Why nothing goes on at the moment; null if it does. */
  away: 'offline' | 'console' | null;
}

/** @param speed bytes a second; null where it can't be told */
export function summary(all: readonly Upload[], speed: number | null): Totals {
  const totals: Totals = {
    files: 0,
    done: 0,
    busy: 0,
    paused: 0,
    needFile: 0,
    stopped: 0,
    existing: 0,
    dropped: 0,
    size: 0,
    sent: 0,
    speed,
    left: null,
    away: null,
  };
  let rest = 0;
  for (const upload of all) {
    const { state, why, source } = upload;
    if (state === 'cancelled' || state === 'skipped') {
      totals.dropped += 1;
      continue;
    }
    const sent = sentOf(upload);
    totals.files += 1;
    totals.size += source.size;
    totals.sent += sent;
    if (state === 'done') totals.done += 1;
    else if (state === 'paused') totals.paused += 1;
    else if (state === 'needs-file') totals.needFile += 1;
    else if (state === 'stopped') {
      totals.stopped += 1;
      if (why?.what === 'exists') totals.existing += 1;
    } else {
      totals.busy += 1;
      if (!isEnded(state)) rest += source.size - sent;
      if (why?.what === 'offline' || why?.what === 'console') totals.away = why.what;
    }
  }
  totals.left = secondsLeft(rest, speed);
  return totals;
}
