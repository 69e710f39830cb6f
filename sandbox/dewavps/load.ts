/**
 * The simulated load of a machine. It depends on the machine's habits, the hour in Jakarta, the weekday and the time
 * since the last boot. The same machine and instant always give the same numbers, so nothing is stored and all
 * periods agree.
 */
import { createHash } from 'node:crypto';
import { hour } from '../ledger';

export interface Load {
  /** Percent of all cores. */
  cpu: number;
  /** Share of the memory, 0–1. */
  memory: number;
  /** Kilobytes per second. */
  netin: number;
  netout: number;
  diskread: number;
  diskwrite: number;
}

export const idle: Load = { cpu: 0, memory: 0, netin: 0, netout: 0, diskread: 0, diskwrite: 0 };

const minute = 60_000;
const day = 24 * hour;

/** A number from 0 to 1 that looks random but is always the same for its arguments. */
function pseudoRandom(seed: number, step: number): number {
  let value = Math.imul(seed ^ Math.imul(step, 0x9e3779b1), 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  value ^= value >>> 16;
  return (value >>> 0) / 2 ** 32;
}

/** A value that changes slowly: a new value every `period`, with linear steps between them. */
function drift(seed: number, at: number, period: number): number {
  const step = Math.floor(at / period);
  const part = at / period - step;
  return pseudoRandom(seed, step) * (1 - part) + pseudoRandom(seed, step + 1) * part;
}

/** The habits of a machine, derived from its uuid. */
export interface Habits {
  seed: number;
  base: number;
  swing: number;
  peakHour: number;
  memory: number;
  traffic: number;
  answer: number;
  cronMinute: number;
}

export function habitsOf(uuid: string): Habits {
  const bytes = createHash('sha256').update(uuid).digest();
  const part = (index: number) => bytes.readUInt8(index) / 255;
  return {
    seed: bytes.readInt32LE(8),
    base: 3 + 14 * part(0),
    swing: 8 + 34 * part(1),
    peakHour: 10 + 11 * part(2),
    memory: 0.3 + 0.4 * part(3),
    traffic: 20 + 700 * part(4) ** 2,
    answer: 0.5 + 5 * part(5),
    cronMinute: Math.floor(59 * part(6)),
  };
}

/** The load of the day at an instant, 0–1: highest around the peak hour, lower at the weekend. */
function dailyLoad(habits: Habits, at: number): number {
  const local = at + 7 * hour;
  const hours = (local % day) / hour;
  const weekday = new Date(local).getUTCDay();
  const hump = Math.max(0, Math.cos(((hours - habits.peakHour) / 24) * 2 * Math.PI)) ** 1.5;
  return hump * (weekday === 0 || weekday === 6 ? 0.55 : 1);
}

/** The load of a running machine. @param bootedAt the instant of its last boot */
export function loadAt(habits: Habits, at: number, bootedAt: number): Load {
  const { seed } = habits;
  const up = Math.max(0, at - bootedAt) / minute;
  const boot = Math.exp(-up / 2.5);
  const warm = 1 - Math.exp(-up / 25);
  const high = dailyLoad(habits, at) * (0.75 + 0.5 * drift(seed, at, 3 * hour));
  const slow = drift(seed + 1, at, 20 * minute);
  const fast = pseudoRandom(seed + 2, Math.floor(at / minute));
  const cron = Math.floor(at / minute) % 60 === habits.cronMinute ? 1 : 0;
  const cpu = habits.base * (0.6 + 0.8 * slow) + habits.swing * high + 4 * fast + 14 * cron;
  const traffic = habits.traffic * (0.08 + high * (0.7 + 0.5 * slow) + 0.05 * fast) * warm;
  return {
    cpu: Math.min(100, cpu * (0.35 + 0.65 * warm) + 84 * boot),
    memory: Math.min(0.97, 0.09 + (habits.memory + 0.12 * high + 0.03 * slow) * warm),
    netin: traffic,
    netout: traffic * habits.answer * (0.8 + 0.4 * fast),
    diskread: 4 * fast + 180 * high * slow + 900 * cron * fast + 42_000 * boot,
    diskwrite: 6 + 40 * fast + 160 * high + 700 * cron + 2400 * boot,
  };
}
