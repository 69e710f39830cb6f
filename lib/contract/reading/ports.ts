/**
 * Reads the ports of a rule: one port, or a range. `8000-9000`, `8000–9000` and `8000:9000` are equal; the form with
 * a colon is sent (QD7).
 */
import { refuse, type Reading } from './fault';

/** The first and last port, 1–65535, both included. */
export type Ports = readonly [number, number];

/** The reason why a text is no port or range. */
export type PortFault = 'empty' | 'backwards' | 'list' | 'out_of_range' | 'not_a_port';

const port = (text: string): number | null => {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= 65_535 ? value : null;
};

/** Parses a port or range; otherwise gives the reason. */
export function checkPorts(value: string): Ports | PortFault {
  const text = value.trim();
  if (text === '') return 'empty';
  if (/[,;|]|\d\s+\d/.test(text)) return 'list';
  const parts = text.split(/\s*[-–—:]\s*/);
  if (parts.length > 2 || parts.some((part) => !/^\d+$/.test(part))) return 'not_a_port';
  const [from, to] = [port(parts[0] ?? ''), port(parts.at(-1) ?? '')];
  if (from === null || to === null) return 'out_of_range';
  return from <= to ? [from, to] : 'backwards';
}

/** Parses a port or range; null for anything else. */
export function readPorts(value: string | null): Ports | null {
  const found = checkPorts(value ?? '');
  return typeof found === 'string' ? null : found;
}

/** The contract's form of a port or range: `22`, `8000:9000`. */
export const portText = ([from, to]: Ports): string =>
  from === to ? String(from) : `${from}:${to}`;

/**
 * Reads a port or range in the form that is sent. Codes: required, port_backwards, port_list, port_out_of_range,
 * port_not_a_port.
 */
export function readPortField(text: string): Reading {
  const found = checkPorts(text);
  if (found === 'empty') return refuse('required');
  return typeof found === 'string' ? refuse(`port_${found}`) : { value: portText(found) };
}
