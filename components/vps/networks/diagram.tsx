'use client';
import { useRouter } from 'next/navigation';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useRefused } from '@/components/parts/shell/use-refused';
import { canonicalStatus, statusGroup, type StatusGroup } from '@/lib/contract/states';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import { fit, layoutOf, width, type Box, type Layout } from './diagram-layout';
import { memberIdentity, type Member, type NetworkDetail } from './network';
import { isolated } from '@/lib/intl/foreign';

const card =
  'fill-surface stroke-edge group-hover:fill-hover group-focus-visible:stroke-focus group-focus-visible:stroke-[3]';
const wire = 'stroke-edge fill-none stroke-[1.5]';
/** The HTML id of the table of members. */
export const membersId = 'members';

/** Moves focus between the links of the drawing with the arrow keys, Home and End. */
function moveFocus(event: KeyboardEvent<SVGSVGElement>) {
  const links = [...event.currentTarget.querySelectorAll<SVGAElement>('a')];
  const here = links.findIndex((link) => link === document.activeElement);
  const to: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowRight: here + 1,
    ArrowUp: here - 1,
    ArrowLeft: here - 1,
    Home: 0,
    End: links.length - 1,
  };
  const next = to[event.key];
  if (next === undefined || here < 0) return;
  event.preventDefault();
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

interface DiagramProps {
  network: NetworkDetail;
  members: readonly Member[];
}

/**
 * Draws a network: its gateway to the internet, the network itself and its machines. Each machine is a link with its
 * state and addresses. The table of members has the same content.
 */
export function Diagram({ network, members }: DiagramProps) {
  const t = useTranslations('networks.diagram');
  const layout = layoutOf(members);
  const { height, gateway, gatewayMember, network: hub, trunk, machines, rest } = layout;
  const name = network.name ?? network.uuid;
  const vlan = network.tag === null ? null : `VLAN ${network.tag}`;
  return (
    <svg
      role="group"
      aria-label={t('label', { name })}
      viewBox={`0 0 ${width} ${height}`}
      className="mx-auto block w-full max-w-[26rem]"
      onKeyDown={moveFocus}
    >
      <InternetPath {...layout} />
      {gatewayMember ? <MachineCard member={gatewayMember} box={gateway} /> : null}
      {trunk ? (
        <line x1={trunk.x} x2={trunk.x} y1={trunk.from} y2={trunk.to} className={wire} />
      ) : null}
      <rect {...hub} rx="6" className="fill-accent-soft stroke-accent" />
      <Label x={hub.x + 14} y={hub.y + 22} className="fill-accent-text text-[13px] font-semibold">
        {fit(name, 36)}
      </Label>
      <Label x={hub.x + 14} y={hub.y + 40} className="fill-accent-text font-mono text-[11px]">
        {[vlan, network.network_ip].filter(Boolean).join(' · ')}
      </Label>
      {machines.map(({ member, ...box }) => (
        <g key={memberIdentity.id(member)}>
          <Branch from={trunk?.x ?? 0} box={box} />
          <MachineCard member={member} box={box} />
        </g>
      ))}
      {rest ? (
        <g>
          <Branch from={trunk?.x ?? 0} box={rest} />
          <MoreMachines {...rest} />
        </g>
      ) : null}
    </svg>
  );
}

/** The internet and the line from it to the network; an empty box when no machine is the gateway. */
function InternetPath({ internet, gateway, gatewayMember, network: hub }: Layout) {
  const t = useTranslations('networks.diagram');
  const middle = width / 2;
  return (
    <>
      {internet ? (
        <g>
          <line
            x1={middle}
            x2={middle}
            y1={internet.y + internet.height}
            y2={gateway.y}
            className={wire}
          />
          <rect {...internet} rx="13" className="fill-sunken stroke-line" />
          <Label x={middle} y={internet.y + 17} anchor="middle" className="fill-muted text-[12px]">
            {t('internet')}
          </Label>
        </g>
      ) : null}
      <line
        x1={middle}
        x2={middle}
        y1={gateway.y + gateway.height}
        y2={hub.y}
        className={wire}
        strokeDasharray={gatewayMember ? undefined : '3 4'}
      />
      {gatewayMember ? null : (
        <g>
          <rect {...gateway} rx="6" className="stroke-edge fill-none" strokeDasharray="4 4" />
          <Label x={middle} y={gateway.y + 23} anchor="middle" className="fill-muted text-[13px]">
            {t('noGateway')}
          </Label>
          <Label x={middle} y={gateway.y + 40} anchor="middle" className="fill-faint text-[11px]">
            {t('noGatewayText')}
          </Label>
        </g>
      )}
    </>
  );
}

/** Counts the machines that are not drawn. It links to the table, which lists them. */
function MoreMachines({ count, ...box }: Box & { count: number }) {
  const t = useTranslations('networks.diagram');
  return (
    <a href={`#${membersId}`} className="group outline-none" aria-label={t('rest', { count })}>
      <rect {...box} rx="6" className={card} />
      <Label x={box.x + 14} y={box.y + 23} className="fill-accent-text text-[13px]">
        {`+${count}`}
      </Label>
    </a>
  );
}

function Branch({ from, box }: { from: number; box: Box }) {
  const y = box.y + box.height / 2;
  return <line x1={from} x2={box.x} y1={y} y2={y} className={wire} />;
}

interface LabelProps {
  x: number;
  y: number;
  anchor?: 'middle' | 'end';
  className: string;
  children: ReactNode;
}

function Label({ anchor, children, ...rest }: LabelProps) {
  return (
    <text aria-hidden textAnchor={anchor} {...rest}>
      {typeof children === 'string' ? isolated(children) : children}
    </text>
  );
}

function MachineCard({ member, box }: { member: Member; box: Box }) {
  const account = useAccount();
  const t = useTranslations('networks.diagram');
  const m = useTranslations('machines');
  const router = useRouter();
  const hidden = useRefused('read_instance');
  const name = memberIdentity.name(member);
  const known = canonicalStatus(member.status);
  const state = known === 'unknown' && member.status ? member.status : m(`status.${known}`);
  const addresses = [member.private_ip, member.publicAddress].filter((each) => each !== null);
  const words = [name, member.isGateway ? t('gateway') : null, state, ...addresses];
  const uuid = member.instance_uuid;
  const { x, y, width: wide, height } = box;
  const drawn = (
    <>
      <title>{isolated(name)}</title>
      <rect x={x} y={y} width={wide} height={height} rx="6" className={card} />
      <Mark group={statusGroup(member.status)} x={x + 14} y={y + 12} />
      <Label x={x + 32} y={y + 22} className="fill-ink text-[13px] font-medium">
        {fit(name, member.isGateway ? 26 : 30)}
      </Label>
      {member.isGateway ? (
        <Label x={x + wide - 12} y={y + 22} anchor="end" className="fill-accent-text text-[11px]">
          {t('gateway')}
        </Label>
      ) : null}
      <Label x={x + 32} y={y + 40} className="fill-muted font-mono text-[11px]">
        {addresses.join(' · ') || '–'}
      </Label>
    </>
  );
  if (uuid === null || hidden) return <g className="group">{drawn}</g>;
  const href = paths.instance(account, uuid);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.push(href);
  };
  return (
    <a
      href={href}
      onClick={follow}
      className="group outline-none"
      aria-label={words.filter(Boolean).join(', ')}
    >
      {drawn}
    </a>
  );
}

const inks: Record<StatusGroup, string> = {
  run: 'text-run-mark',
  off: 'text-off-mark',
  busy: 'text-busy-mark',
  error: 'text-danger-mark',
  unknown: 'text-warn-mark',
};

/** Shows a state as a shape and a colour, the same as `Status` does. The name of the link has the word. */
function Mark({ group, x, y }: { group: StatusGroup; x: number; y: number }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75 };
  return (
    <g transform={`translate(${x} ${y})`} className={inks[group]} aria-hidden>
      {group === 'run' ? <circle cx="6" cy="6" r="4.5" fill="currentColor" /> : null}
      {group === 'off' ? <rect x="2.5" y="2.5" width="7" height="7" {...line} /> : null}
      {group === 'busy' ? <circle cx="6" cy="6" r="4.25" strokeDasharray="18 9" {...line} /> : null}
      {group === 'error' ? <path d="M6 1 11.4 10.5H.6z" fill="currentColor" /> : null}
      {group === 'unknown' ? <path d="M6 .9 11.1 6 6 11.1.9 6z" {...line} /> : null}
    </g>
  );
}
