/**
 * The lines of an estimate in its URL: `?line=vm.2.<uuid>.s-d&line=volume.1.<uuid>.v-2`. Each has a kind, a number and the
 * parts that say which one; only the code of a kind reads the parts, so a new kind changes nothing here. Pure and
 * browser-safe.
 */

/** Equal things of an estimate. */
export interface EstimateLine {
  /** What they are: `vm`, `volume`. */
  kind: string;
  /** How many, from 1. */
  count: number;
  /** Which one, such as the uuid of its plan. */
  of: readonly string[];
}

/** More lines than these aren't read. */
export const mostLines = 40;
/** The largest number of equal things. */
const mostOfOne = 999;

/** Whether a number of things can stand in an estimate. */
export const isCount = (count: number) =>
  Number.isInteger(count) && count >= 1 && count <= mostOfOne;

const encode = (part: string) => part.replaceAll('%', '%25').replaceAll('.', '%2E');
const decode = (part: string) => part.replaceAll('%2E', '.').replaceAll('%25', '%');

/** Writes a line for the URL. */
export const lineText = ({ kind, count, of }: EstimateLine): string =>
  [kind, String(count), ...of].map(encode).join('.');

function readLine(text: string): EstimateLine | null {
  const [kind = '', number = '', ...of] = text.split('.').map(decode);
  const count = Number(number);
  return kind === '' || of.length === 0 || !isCount(count) ? null : { kind, count, of };
}

/** What the URL says of an estimate. */
export interface EstimateInUrl {
  lines: readonly EstimateLine[];
  /** How many lines couldn't be read, or were too many. */
  unread: number;
}

/** Reads an estimate from a query string. Equal things are one line. */
export function readEstimate(search: string): EstimateInUrl {
  const texts = new URLSearchParams(search).getAll('line');
  const read = texts.map(readLine).filter((line) => line !== null);
  const lines = read.reduce<readonly EstimateLine[]>(withLine, []);
  return {
    lines: lines.slice(0, mostLines),
    unread: texts.length - read.length + Math.max(0, lines.length - mostLines),
  };
}

/** The query string with other lines. Other parameters stay. */
export function writeEstimate(search: string, lines: readonly EstimateLine[]): string {
  const next = new URLSearchParams(search);
  next.delete('line');
  for (const line of lines) next.append('line', lineText(line));
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

/** The URL of a page of estimates or prices with these lines. */
export const linesUrl = (path: string, lines: readonly EstimateLine[]): string =>
  `${path}${writeEstimate('', lines)}`;

/** Names what a line is of, whatever their number. */
export const lineKey = ({ kind, of }: EstimateLine): string => lineText({ kind, count: 1, of });

/** Adds a line. Equal things are counted together. */
export function withLine(lines: readonly EstimateLine[], line: EstimateLine): EstimateLine[] {
  const at = lines.findIndex((other) => lineKey(other) === lineKey(line));
  const other = lines[at];
  if (!other) return [...lines, line];
  return lines.with(at, { ...other, count: Math.min(mostOfOne, other.count + line.count) });
}
