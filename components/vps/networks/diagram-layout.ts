/** The positions of the parts of a network's diagram, in units of its drawing. Pure. */
import type { Member } from './network';

/** The width of the drawing. A narrow screen has this width, so that the drawing need not shrink. */
export const width = 340;
const side = 12;
const left = 44;
const boxHeight = 52;
const gap = 10;
const internet = 26;
/** How many machines are drawn besides the gateway. Further machines are counted together. */
export const maxShown = 8;

/** A rectangle of the drawing. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The parts of the drawing. */
export interface Layout {
  height: number;
  /** The internet, above the gateway; null without a gateway. */
  internet: Box | null;
  gateway: Box;
  /** The machine that is the gateway. */
  gatewayMember: Member | null;
  network: Box;
  /** The line from the network to its machines; null without machines. */
  trunk: { x: number; from: number; to: number } | null;
  machines: readonly (Box & { member: Member })[];
  /** The machines that are counted together; null when all are drawn. */
  rest: (Box & { count: number }) | null;
}

/** Places the gateway at the top, the network below it, and its machines below on a line. */
export function layoutOf(members: readonly Member[]): Layout {
  const gatewayMember = members.find(({ isGateway }) => isGateway) ?? null;
  const others = members.filter(({ isGateway }) => !isGateway);
  // A “+1” would need as much space as the machine itself.
  const shown = others.length > maxShown + 1 ? others.slice(0, maxShown) : others;
  const contentWidth = width - 2 * side;
  const top = gatewayMember ? 1 + internet + 16 : 1;
  const network = { x: side, y: top + boxHeight + 22, width: contentWidth, height: boxHeight };
  const first = network.y + boxHeight + 16;
  const row = (index: number): Box => ({
    x: left,
    y: first + index * (boxHeight + gap),
    width: width - side - left,
    height: boxHeight,
  });
  const machines = shown.map((member, index) => ({ ...row(index), member }));
  const count = others.length - shown.length;
  const rest = count > 0 ? { ...row(shown.length), height: 36, count } : null;
  const last = rest ?? machines.at(-1);
  return {
    height: (last ? last.y + last.height : network.y + boxHeight) + 1,
    internet: gatewayMember ? { x: width / 2 - 48, y: 1, width: 96, height: internet } : null,
    gateway: { x: side, y: top, width: contentWidth, height: boxHeight },
    gatewayMember,
    network,
    trunk: last ? { x: 28, from: network.y + boxHeight, to: last.y + last.height / 2 } : null,
    machines,
    rest,
  };
}

/** Shortens a name to `most` characters in its middle, because names of machines differ at their ends. */
export function fit(name: string, most: number): string {
  if (name.length <= most) return name;
  const head = Math.ceil((most - 1) / 2);
  return `${name.slice(0, head)}…${name.slice(name.length - (most - 1 - head))}`;
}
