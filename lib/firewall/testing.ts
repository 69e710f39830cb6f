/** Builds firewalls from short texts, for tests. */
import type { Row } from '@/lib/contract/types';
import { readFirewall, type Firewall } from './model';

/**
 * Builds a rule from a line like `A tcp 22 198.51.100.7`, `D udp 53 any` or `A tcp 8000:9000 set:1`; `off` in front
 * makes it disabled.
 */
export function rule(line: string, index = 0): Row<'D38'> {
  const words = line.split(' ');
  const enabled = words[0] !== 'off';
  const [action = '', protocol = '', port = '', source = 'any'] = enabled ? words : words.slice(1);
  const set = /^set:(.+)$/.exec(source)?.[1] ?? null;
  return {
    id: `r${index + 1}`,
    action,
    protocol,
    destination_port: port,
    source_ip: set || source === 'any' ? null : source,
    source_ipset: set,
    description: line,
    enabled,
  };
}

/** Builds a firewall, like `firewall('D', ['A tcp 22 any'], { office: ['198.51.100.0/24'] })`. Sets have ids from 1. */
export function firewall(
  policy: 'A' | 'D' | null,
  lines: readonly string[],
  sets: Readonly<Record<string, readonly string[]>> = {},
): Firewall {
  const rows = Object.entries(sets).map(([name, list], index): Row<'D43'> => {
    const ip_list = list.map((cidr, at) => ({
      id: `e${index + 1}-${at + 1}`,
      cidr,
      description: '',
    }));
    return { id: String(index + 1), name, description: '', ip_list };
  });
  return readFirewall({ action: policy }, lines.map(rule), rows);
}
