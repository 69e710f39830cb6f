/** The values of the rule form, the rule that they describe, and the inputs of the operations that send it. */
import type { Input } from '@/lib/contract/types';
import { readPortField } from '@/lib/contract/reading/ports';
import { readBlock } from '@/lib/firewall/addresses';
import {
  actionOf,
  withRules,
  type Firewall,
  type Protocol,
  type Rule,
  type Source,
  type Verdict,
} from '@/lib/firewall/model';
import { portText, readPorts } from '@/lib/firewall/ports';
import type { Viewer } from '@/lib/firewall/viewer';
import type { FirewallTab } from './firewall-context';

type TabFacts = Pick<FirewallTab, 'instance' | 'viewer'>;

/** The values of the form. `me` stands for the viewer's own address. */
export interface RuleValues {
  verdict: Verdict;
  protocol: Protocol;
  destination_port: string;
  source: 'any' | 'me' | 'address' | 'set';
  source_ip: string;
  source_ipset: string;
  description: string;
}

/** What the dialog does. `begin` has values for a new rule. */
export type RuleMode =
  { kind: 'add'; begin?: Partial<RuleValues> } | { kind: 'edit' | 'replace'; rule: Rule };

/** The values with which the form begins. */
export function initialValues(mode: RuleMode): RuleValues {
  const empty: RuleValues = {
    verdict: 'accept',
    protocol: 'tcp',
    destination_port: '',
    source: 'any',
    source_ip: '',
    source_ipset: '',
    description: '',
  };
  if (mode.kind === 'add') return { ...empty, ...mode.begin };
  const { verdict, protocol, ports, source, description } = mode.rule;
  return {
    ...empty,
    verdict,
    protocol,
    destination_port: portText(ports).replace(':', '-'),
    description,
    source: source.kind === 'block' ? 'address' : source.kind === 'set' ? 'set' : 'any',
    source_ip: source.kind === 'block' ? source.block.text : '',
    source_ipset: source.kind === 'set' ? source.id : '',
  };
}

/** The source that the values describe; null while they describe none. */
function sourceOf(values: RuleValues, viewer: Viewer): Source | null {
  if (values.source === 'any') return { kind: 'any' };
  if (values.source === 'set')
    return values.source_ipset ? { kind: 'set', id: values.source_ipset } : null;
  const me = viewer.kind === 'public' ? viewer.address : '';
  const block = readBlock(values.source === 'me' ? me : values.source_ip);
  return block ? { kind: 'block', block } : null;
}

/** The firewall with the form's rule in it, and that rule; null while the values are not a complete rule. */
export function withForm(
  firewall: Firewall,
  mode: RuleMode,
  values: RuleValues,
  viewer: Viewer,
): { after: Firewall; rule: Rule } | null {
  const ports = readPorts(values.destination_port);
  const source = mode.kind === 'edit' ? mode.rule.source : sourceOf(values, viewer);
  if (!ports || !source) return null;
  const { verdict, protocol, description } = values;
  const made = { verdict, protocol, ports, source, description: description.trim() };
  const id = mode.kind === 'edit' ? mode.rule.id : 'new';
  const rules =
    mode.kind === 'edit'
      ? firewall.rules.map((each) => (each.id === id ? { ...each, ...made } : each))
      : [
          ...firewall.rules.filter((each) => mode.kind === 'add' || each.id !== mode.rule.id),
          { ...made, id, number: 0, enabled: true },
        ];
  const after = withRules(firewall, rules);
  const rule = after.rules.find((each) => each.id === id);
  return rule ? { after, rule } : null;
}

/** The body of D40. D39 has the same, and the source too. */
const bodyOf = ({ verdict, protocol, destination_port, description }: RuleValues) => ({
  action: actionOf(verdict),
  protocol,
  destination_port: readPortField(destination_port).value ?? destination_port.trim(),
  description: description.trim(),
});

/** The part of D39's body that describes the source. */
function sourceBody(values: RuleValues, viewer: Viewer) {
  const source = sourceOf(values, viewer);
  if (source?.kind === 'set') return { use_ipset: true, source_ipset: source.id };
  if (source?.kind === 'block') return { use_ipset: false, source_ip: source.block.text };
  // Text that is no address is sent unchanged, so that the backend says what is wrong with it.
  return values.source === 'address'
    ? { use_ipset: false, source_ip: values.source_ip }
    : { use_ipset: false };
}

/** D39's input. */
export const newInput = ({ instance, viewer }: TabFacts, values: RuleValues): Input<'D39'> => ({
  params: { instance_uuid: instance },
  body: { ...bodyOf(values), ...sourceBody(values, viewer) },
});

/** D40's input. */
export const editInput = (
  { instance }: TabFacts,
  rule: Rule,
  values: RuleValues,
): Input<'D40'> => ({
  params: { instance_uuid: instance, firewall_rule_id: rule.id },
  body: bodyOf(values),
});
