/** Where the parts of a network's diagram stand, in its own units. Pure. */
import type { Member } from './network';

/** As wide as a narrow screen: nothing has to shrink. */
export const width = 340;
const side = 12;
const left = 44;
const high = 52;
const gap = 10;
const internet = 26;
/** More machines than this besides the gateway are counted together. */
export const mostShown = 8;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  height: number;
  /** Where the way out begins; null without a gateway. */
  internet: Box | null;
  gateway: Box;
  leader: Member | null;
  network: Box;
  /** The line that the machines hang on; null where there is none. */
  trunk: { x: number; from: number; to: number } | null;
  machines: readonly (Box & { member: Member })[];
  /** The machines that aren't drawn one by one. */
  rest: (Box & { count: number }) | null;
}

/** Gateway at the top, the network below it, its machines on a line. */
export function layoutOf(members: readonly Member[]): Layout {
  const leader = members.find(({ leads }) => leads) ?? null;
  const others = members.filter(({ leads }) => !leads);
  // A “+1” would take the room of the machine itself.
  const shown = others.length > mostShown + 1 ? others.slice(0, mostShown) : others;
  const wide = width - 2 * side;
  const top = leader ? 1 + internet + 16 : 1;
  const network = { x: side, y: top + high + 22, width: wide, height: high };
  const first = network.y + high + 16;
  const row = (index: number): Box => ({
    x: left,
    y: first + index * (high + gap),
    width: width - side - left,
    height: high,
  });
  const machines = shown.map((member, index) => ({ ...row(index), member }));
  const count = others.length - shown.length;
  const rest = count > 0 ? { ...row(shown.length), height: 36, count } : null;
  const last = rest ?? machines.at(-1);
  return {
    height: (last ? last.y + last.height : network.y + high) + 1,
    internet: leader ? { x: width / 2 - 48, y: 1, width: 96, height: internet } : null,
    gateway: { x: side, y: top, width: wide, height: high },
    leader,
    network,
    trunk: last ? { x: 28, from: network.y + high, to: last.y + last.height / 2 } : null,
    machines,
    rest,
  };
}

/** A name that fits, cut in its middle: the ends tell machines apart. */
export function fit(name: string, most: number): string {
  if (name.length <= most) return name;
  const head = Math.ceil((most - 1) / 2);
  return `${name.slice(0, head)}…${name.slice(name.length - (most - 1 - head))}`;
}
