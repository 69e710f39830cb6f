/** The firewall of a machine, D35–D42: default policy and inbound rules. */
import { z } from 'zod';
import { id, idOrNull, text } from '../../decode';
import { shapes } from '../../shape';
import { bareOr, echo, enabled, row, ruleAction } from './decoders';
import { flag, id as idOf, input, line, network, paging, port } from './inputs';

const one = input({ instance_uuid: idOf() });
const rule = input({ instance_uuid: idOf(), firewall_rule_id: idOf() });

const action = () => z.enum(['A', 'D'], 'not_allowed');
const protocol = () => z.enum(['tcp', 'udp'], 'not_allowed');

const ruleEcho = echo(
  {
    id: idOrNull(),
    action: ruleAction(),
    protocol: text(),
    destination_port: text(),
    description: text(),
    enabled: enabled(),
  },
  { uuid: 'id', rule_action: 'action', port: 'destination_port', status: 'enabled' },
);

export const firewall = shapes({
  /** `action` is applied to connections that no rule decides. */
  D35: {
    params: one,
    answer: 'object',
    wire: bareOr(
      'action',
      { action: ruleAction() },
      { policy: 'action', policy_in: 'action', default: 'action' },
    ),
  },
  /** Documented as `[]`. We assume that a preset is a name with the protocol and port of a rule (D39). */
  D36: {
    answer: 'list',
    wire: row(
      { name: text(), protocol: text(), destination_port: text(), description: text() },
      { title: 'name', label: 'name', type: 'name', port: 'destination_port' },
    ),
  },
  D37: {
    params: one,
    body: input({ action: action() }),
    answer: 'object',
    wire: bareOr('action', { action: ruleAction() }, { policy: 'action' }),
  },
  D38: {
    params: one,
    query: input(paging()),
    answer: 'list',
    wire: row(
      {
        id: id(),
        action: ruleAction(),
        protocol: text(),
        /** A port or a range as text. (QD7) */
        destination_port: text(),
        source_ip: text(),
        /** The id of the rule's IP set, if it has one. */
        source_ipset: idOrNull(),
        description: text(),
        enabled: enabled(),
      },
      {
        uuid: 'id',
        rule_action: 'action',
        port: 'destination_port',
        source: 'source_ip',
        ipset_id: 'source_ipset',
        status: 'enabled',
        is_enabled: 'enabled',
      },
    ),
  },
  /** The documentation requires `source_ipset` always; a working client sends it only with `use_ipset`. (QD7) */
  D39: {
    params: one,
    body: input({
      action: action(),
      protocol: protocol(),
      destination_port: port(),
      description: line(255),
      use_ipset: flag(),
      source_ipset: idOf().nullish(),
      /** An address or CIDR block; without it, all addresses. */
      source_ip: network().nullish(),
    }).refine((body) => !body.use_ipset || Boolean(body.source_ipset), {
      error: 'required',
      path: ['source_ipset'],
    }),
    answer: 'object',
    wire: ruleEcho,
  },
  /** The source can't be changed. (QD8) */
  D40: {
    params: rule,
    body: input({
      action: action(),
      protocol: protocol(),
      destination_port: port(),
      description: line(255),
    }),
    answer: 'object',
    wire: ruleEcho,
  },
  /** The values of `action` are not documented; the message says "enabled". (QD8) */
  D41: {
    params: rule,
    body: input({ action: z.enum(['enable', 'disable'], 'not_allowed') }),
    answer: 'object',
    wire: ruleEcho,
  },
  D42: { params: input({ instance_uuid: idOf(), firewall_uuid: idOf() }), answer: 'sentence' },
});
