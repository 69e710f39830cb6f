/** Instances, D01–D22 and D48: list, create, power, console, network and size of a machine. */
import { z } from 'zod';
import {
  bool,
  cores,
  embedded,
  gigabytes,
  id,
  idOrNull,
  instant,
  int,
  listOf,
  number,
  price,
  text,
} from '../../decode';
import { shapes, visible } from '../../shape';
import { echo, instanceEcho, isObject, nameOf, row } from './decoders';
import {
  domain,
  flag,
  hostname,
  id as idOf,
  idOfAny,
  idOrNothing,
  input,
  numericId,
  optionalLine,
  paging,
  password,
  username,
  whole,
} from './inputs';

const one = input({ instance_uuid: idOf() });
const tier = input({ tier_id: numericId() });

/** Aliases of size fields; the estimate of the month has two names, too. (QD13, QD14) */
const sizes = {
  memory: 'memory_gb',
  storage: 'storage_gb',
  estimated_monthly_price: 'estimated_monthly_cost',
} as const;

const common = {
  uuid: id(),
  hostname: text(),
  ip_address: text(),
  cpu: cores(),
  memory_gb: gigabytes(),
  storage_gb: gigabytes(),
  /** The backend's word; `canonicalStatus` of `../../states` maps it to ours. */
  status: text(),
  location: nameOf(),
  tier: nameOf(),
  /** IDR. */
  price_per_hour: price(),
  /** IDR for 720 hours. */
  estimated_monthly_cost: price(),
  /** IDR so far this month; null if the backend doesn't give it. */
  cost: price(),
  /** Work is in progress unless it is 0. */
  operation_flag: int(),
  created_at: instant(),
};

const os = row({
  template_id: idOrNull(),
  version: text(),
  os_id: idOrNull(),
  name: text(),
  image: text(),
});

const publicIp = embedded(
  row({ uuid: idOrNull(), ip_address: text(), rdns: text() }, { id: 'uuid', ip: 'ip_address' }),
);

/** Moves the address to the top: one brand sends it there, another under `public_ip`. */
function liftAddress(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.public_ip)) return value;
  const { ip_address, rdns } = value.public_ip;
  return { ...value, ip_address: value.ip_address ?? ip_address, rdns: value.rdns ?? rdns };
}

const detail = row(
  {
    ...common,
    username: text(),
    is_cpu_dedicated: bool(),
    os_name: text(),
    os: embedded(os),
    /** Includes the uuid, which D14, D17 and D61 need. */
    public_ip: publicIp,
    rdns: text(),
    /** Documented as a name only; we assume the fields of a private network. */
    private_network: embedded(
      row(
        { uuid: idOrNull(), name: text(), ip_address: text() },
        { id: 'uuid', private_ip: 'ip_address' },
      ),
    ),
    location_id: idOrNull(),
    tier_id: idOrNull(),
    updated_at: instant(),
    last_started_at: instant(),
    last_backup_at: instant(),
  },
  sizes,
);
const instanceDetail = z.preprocess(liftAddress, detail) as unknown as typeof detail;

/** A series without an unfinished last point, which has 0 in each of `readings`. (QD21) */
function series<S extends z.ZodType>(readings: string[], point: S) {
  const finished = (value: unknown) => {
    if (!Array.isArray(value)) return value;
    const last: unknown = value.at(-1);
    const empty = isObject(last) && readings.every((name) => !number().parse(last[name]));
    return empty ? value.slice(0, -1) : value;
  };
  const list = listOf(point);
  return z.preprocess(finished, list) as unknown as typeof list;
}

/**
 * Metrics. CPU is in percent, memory in GB; network and disk have the backend's own units, so its label texts are
 * included.
 */
const rrd = row({
  cpu: series(['cpu'], row({ time: instant(), cpu: number() })),
  memory: series(
    ['raw_max_memory', 'raw_usage_memory'],
    row({
      time: instant(),
      raw_max_memory: number(),
      max_memory: text(),
      raw_usage_memory: number(),
      usage_memory: text(),
    }),
  ),
  network: series(
    ['raw_netin', 'raw_netout'],
    row({
      time: instant(),
      raw_netin: number(),
      netin: text(),
      raw_netout: number(),
      netout: text(),
    }),
  ),
  disk: series(
    ['raw_diskwrite', 'raw_diskread'],
    row({
      time: instant(),
      raw_diskwrite: number(),
      diskwrite: text(),
      raw_diskread: number(),
      diskread: text(),
    }),
  ),
});

/** The documentation only says `data: object`; by the platform's convention it is the machine's row. */
const changed = { answer: 'object', wire: instanceEcho() } as const;

const order = { params: one, ...changed } as const;

export const instances = shapes({
  D01: {
    answer: 'list',
    wire: row({
      id: id(),
      title: text(),
      total_cpu: cores(),
      /** GB. */
      total_ram: gigabytes(),
      /** GB. */
      total_disk: gigabytes(),
      created_at: instant(),
      updated_at: instant(),
    }),
  },
  D02: {
    query: input({
      ...paging(),
      /** Part of a hostname. */
      search: optionalLine(253).optional(),
      sort: z
        .enum(['create,asc', 'create,desc', 'cost,asc', 'cost,desc'], 'not_allowed')
        .optional(),
      /** Status words, separated by commas. */
      statuses: optionalLine(100).optional(),
    }),
    answer: 'list',
    wire: row({ ...common, os: embedded(os) }, sizes),
  },
  /**
   * The answer is not documented: we read a row as in D02, with all fields optional. If uuid is null, load the list
   * again.
   */
  D03: {
    body: input({
      location_id: numericId(),
      tier_id: numericId(),
      template_id: numericId(),
      hostname: hostname(),
      cpu: whole(1, 256),
      /** GB. */
      memory: whole(1, 4096),
      /** GB. */
      storage: whole(1, 65_536),
      username: username(),
      password: password(),
      use_public_ip: flag(),
      use_shared_cpu: flag().nullish(),
      use_dedicated_cpu: flag().nullish(),
      /** The uuid of a private network in the same location. */
      vswitch: idOf().nullish(),
      /** Ids from D73. */
      ssh_keys: z.array(idOfAny(), 'not_a_list').max(50, 'too_many').nullish(),
      include_backup: flag().nullish(),
      /** The uuid of a free public address (D57). With `use_public_ip` and no uuid, the machine gets a new address. */
      public_network: idOf().nullish(),
    }),
    answer: 'object',
    wire: echo(
      {
        uuid: idOrNull(),
        hostname: text(),
        status: text(),
        ip_address: text(),
        operation_flag: int(),
      },
      { id: 'uuid' },
    ),
  },
  D04: { params: one, answer: 'object', wire: instanceDetail },
  D05: {
    params: one,
    query: input({ periode: z.enum(['hour', 'day', 'week', 'month', 'year'], 'not_allowed') }),
    answer: 'object',
    wire: rrd,
  },
  D06: {
    params: one,
    /** The name is enough: the copy has the same size and location, and an address of its own. */
    body: input({
      hostname: hostname(),
      location_id: numericId().optional(),
      tier_id: numericId().optional(),
      use_public_ip: flag().optional(),
    }),
    ...changed,
  },
  /** `url` contains a ticket, node and VM id, so the server encrypts it. `webview` is its mobile form. (QD23) */
  D07: {
    params: one,
    answer: 'object',
    wire: row({
      url: visible('server', text()),
      password: visible('once', text()),
      webview: visible('server', text()),
    }),
  },
  /** The documentation names no fields; a working client sends these three. */
  D08: {
    params: one,
    body: input({ template_id: numericId(), username: username(), password: password() }),
    ...changed,
  },
  /** The documented `_method` is added when the request is sent, not by callers. */
  D09: {
    params: one,
    body: input({ remove_ip: flag(), remove_block_storage: flag() }),
    answer: 'sentence',
  },
  D10: order,
  D11: order,
  D12: order,
  /** We assume `[{uuid, hostname}]`, the fields that a choice needs. */
  D13: {
    query: input({ location_id: numericId() }),
    answer: 'list',
    wire: row({ uuid: id(), hostname: text() }, { id: 'uuid', name: 'hostname' }),
  },
  D14: {
    params: input({ ip_uuid: idOf() }),
    body: input({ rdns: domain() }),
    answer: 'sentence',
  },
  /** Null detaches the network: one route does both. (QD4) */
  D15: { params: one, body: input({ vswitch: idOrNothing() }), ...changed },
  D16: order,
  /** Null removes the address. */
  D17: { params: one, body: input({ public_network: idOrNothing() }), ...changed },
  D18: {
    params: one,
    body: input({
      cpu: whole(1, 256),
      memory: whole(1, 4096),
      storage: whole(1, 65_536),
      use_dedicated_cpu: flag().nullish(),
    }),
    ...changed,
  },
  D19: {
    params: one,
    body: input({ password: password(), password_confirmation: z.string('required') }).refine(
      (body) => body.password === body.password_confirmation,
      { error: 'password_mismatch', path: ['password_confirmation'] },
    ),
    answer: 'sentence',
  },
  D20: { params: one, body: tier, ...changed },
  /** IDR a month. */
  D21: {
    params: one,
    query: tier,
    answer: 'object',
    wire: row({ current_monthly_cost: price(), estimated_new_monthly_cost: price() }),
  },
  D22: { params: one, body: input({ hostname: hostname() }), ...changed },
  /** Documented as `[]`; we assume the keys of D70. */
  D48: {
    params: one,
    answer: 'list',
    wire: row(
      { id: id(), title: text(), key: text(), created_at: instant() },
      { uuid: 'id', name: 'title' },
    ),
  },
  /**
   * A ticket for a serial console that speaks the framing of Proxmox's termproxy (contract 4.4): the client's first line
   * is `user:ticket`. Positions count the bytes that the machine has written to its serial line.
   */
  DX4: {
    params: one,
    /** The position up to which a viewer has seen the output; null for one who has seen nothing. */
    body: input({ after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable() }),
    answer: 'object',
    wire: row({
      url: visible('server', text()),
      user: visible('server', text()),
      ticket: visible('server', text()),
      /** The position of the first byte that this ticket gets; null where the platform keeps no output. */
      position: int(),
    }),
  },
});
