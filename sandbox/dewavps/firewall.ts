/** The firewall of a machine: default policy, presets and inbound rules, D35–D42. */
import type { Store } from '../db';
import { Refusal, invalid, invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { Rule } from './firewall-rows';
import { keepRule, rulesOf, setsOf } from './firewall-rows';
import type { Instance } from './instance';
import { findInstance } from './instance';
import { paged } from './instances';
import { existingInstance } from './power';

/** The most rules of a machine. */
const mostRules = 100;

/** The presets of rules; a port is an integer, as documented (QD7). */
const presets: readonly [string, 'tcp' | 'udp', number][] = [
  ['SSH', 'tcp', 22],
  ['HTTP', 'tcp', 80],
  ['HTTPS', 'tcp', 443],
  ['DNS', 'udp', 53],
  ['SMTP', 'tcp', 25],
  ['SMTP submission', 'tcp', 587],
  ['IMAPS', 'tcp', 993],
  ['MySQL', 'tcp', 3306],
  ['PostgreSQL', 'tcp', 5432],
  ['Redis', 'tcp', 6379],
  ['RDP', 'tcp', 3389],
  ['OpenVPN', 'udp', 1194],
  ['WireGuard', 'udp', 51820],
];

const wire = (rule: Rule) => ({
  id: rule.uuid,
  action: rule.action,
  protocol: rule.protocol,
  destination_port: rule.port,
  description: rule.description,
  status: rule.enabled ? 'enabled' : 'disabled',
});

/** Finds a rule of a machine. @throws Refusal 404 */
function findRule(store: Store, instance: Instance, uuid: string): Rule {
  const found = rulesOf(store, instance.uuid).find((row) => row.uuid === uuid);
  if (!found) throw new Refusal(404, 'Firewall rule not found.');
  return found;
}

implement('D35', ({ params }, { store, tenant }) => ({
  action: findInstance(store, tenant.id, params.instance_uuid).policy,
}));

implement('D36', () => ({
  rows: presets.map(([name, protocol, destination_port]) => ({ name, protocol, destination_port })),
}));

implement('D37', ({ params, body }, context) => {
  const { uuid } = existingInstance(context, params.instance_uuid);
  context.store.update('instances', { uuid }, { policy: body.action });
  return { action: body.action };
});

/** The list is in the order in which the rules are tried. */
implement('D38', ({ params, query }, { store, tenant }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  const { rows, page } = paged(rulesOf(store, instance.uuid), query);
  return {
    rows: rows.map((rule) => ({
      ...wire(rule),
      source_ip: rule.source_ip,
      source_ipset: rule.ipset_id,
    })),
    page,
  };
});

implement('D39', ({ params, body }, context) => {
  const { store, now } = context;
  const instance = existingInstance(context, params.instance_uuid);
  const { action, protocol, destination_port: port, description } = body;
  const set = body.use_ipset
    ? setsOf(store, instance.uuid).find(({ id }) => String(id) === body.source_ipset)
    : undefined;
  if (body.use_ipset && !set)
    throw invalid({ source_ipset: ['The selected source ipset is invalid.'] });
  if (body.use_ipset && body.source_ip)
    throw invalid({ source_ip: ['The source is either an IP set or an address.'] });
  if (rulesOf(store, instance.uuid).length >= mostRules)
    throw invalidOperation(`An instance has at most ${mostRules} firewall rules`);
  const source = { source_ip: body.source_ip ?? null, ipset_id: set?.id ?? null };
  const rule = { action, protocol, port, description, ...source, enabled: 1 };
  return wire(keepRule(store, instance, rule, now));
});

/** Position and source can't be changed (QD8). */
implement('D40', ({ params, body }, context) => {
  const { store } = context;
  const rule = findRule(
    store,
    existingInstance(context, params.instance_uuid),
    params.firewall_rule_id,
  );
  const { action, protocol, destination_port: port, description } = body;
  const change = { action, protocol, port, description };
  store.update('firewall_rules', { uuid: rule.uuid }, change);
  return wire({ ...rule, ...change });
});

implement('D41', ({ params, body }, context) => {
  const { store } = context;
  const rule = findRule(
    store,
    existingInstance(context, params.instance_uuid),
    params.firewall_rule_id,
  );
  const enabled = body.action === 'enable' ? 1 : 0;
  store.update('firewall_rules', { uuid: rule.uuid }, { enabled });
  return wire({ ...rule, enabled });
});

implement('D42', ({ params }, context) => {
  const { store } = context;
  const rule = findRule(
    store,
    existingInstance(context, params.instance_uuid),
    params.firewall_uuid,
  );
  store.run('delete from firewall_rules where uuid = ?', rule.uuid);
  return null;
});
