/**
 * Finds the parameters of the doctor's calls: an id in one answer is the parameter of another call. The first
 * organization of A06 is the parameter of A25, whose first machine is the parameter of A26.
 */
import type { Ref } from '@/lib/contract';
import { operation } from '@/lib/contract';
import { pathParams } from '@/lib/contract/operation';
import { shape } from '@/lib/contract/schemas';

/** The kinds of values that answers give and calls need. */
export type Sample =
  | 'organization'
  | 'project'
  | 'virtual machine'
  | 'bare metal'
  | 'invoice'
  | 'bucket'
  | 'cluster'
  | 'user'
  | 'top-up'
  | 'instance'
  | 'location'
  | 'tier'
  | 'private network'
  | 'private network id'
  | 'deposit'
  | 'postpaid invoice'
  | 'report';

/** The samples that answers have given so far. */
export type Samples = Map<Sample, string>;

interface Gift {
  sample: Sample;
  /** Names of fields of the answer, or of its rows. The first one that is found is used. */
  fields: readonly string[];
  read?: (value: unknown) => string | null;
}

/** The calendar day of an instant in Jakarta, which names a report at the backend. */
function jakartaDay(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time + 7 * 3600 * 1000).toISOString().slice(0, 10);
}

function nameOfFirst(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  return typeof first === 'object' && first !== null && 'name' in first ? text(first.name) : null;
}

/** The samples that each operation's answer gives. */
export const gifts: Readonly<Record<string, readonly Gift[]>> = {
  A06: [{ sample: 'organization', fields: ['uuid'] }],
  A15: [{ sample: 'project', fields: ['uuid'] }],
  A25: [{ sample: 'virtual machine', fields: ['uuid'] }],
  A28: [{ sample: 'bare metal', fields: ['uuid'] }],
  A45: [{ sample: 'invoice', fields: ['uuid'] }],
  A57: [{ sample: 'bucket', fields: ['buckets'], read: nameOfFirst }],
  A64: [{ sample: 'cluster', fields: ['uuid'] }],
  AX2: [{ sample: 'user', fields: ['uuid'] }],
  D02: [{ sample: 'instance', fields: ['uuid'] }],
  D04: [{ sample: 'tier', fields: ['tier_id'] }],
  D49: [
    { sample: 'private network', fields: ['uuid'] },
    { sample: 'private network id', fields: ['id', 'uuid'] },
  ],
  D75: [{ sample: 'location', fields: ['id'] }],
  D76: [{ sample: 'tier', fields: ['id'] }],
  D79: [{ sample: 'deposit', fields: ['id'] }],
  D84: [{ sample: 'postpaid invoice', fields: ['id', 'invoice_number'] }],
  D88: [{ sample: 'report', fields: ['billing_date'], read: jakartaDay }],
};

/** The sample of each parameter whose name means the same in every operation. */
const byName: Readonly<Record<string, Sample>> = {
  organization_uuid: 'organization',
  group_uuid: 'organization',
  vm_uuid: 'virtual machine',
  baremetal_uuid: 'bare metal',
  bucket_name: 'bucket',
  k8s_uuid: 'cluster',
  reference_number: 'top-up',
  instance_uuid: 'instance',
  instance_id: 'instance',
  location_id: 'location',
  location: 'location',
  tier_id: 'tier',
  vswitch_uuid: 'private network',
  vswitch_id: 'private network id',
  summary_date: 'report',
};
/** The sample of each parameter whose name means different things, by operation. */
const byRef: Readonly<Record<string, Readonly<Record<string, Sample>>>> = {
  A16: { uuid: 'project' },
  A21: { uuid: 'project' },
  A46: { uuid: 'invoice' },
  AX4: { uuid: 'user' },
  D81: { invoice_id: 'deposit' },
  D85: { invoice_id: 'postpaid invoice' },
  DX3: { invoice_id: 'deposit' },
};
/** Parameters for which any documented value is good enough. */
const fixed: Readonly<Record<string, string>> = { group_type: 'organizations', periode: 'hour' };

/** The sample that a parameter needs, or its fixed value. Null if no source is known. */
export function sourceOf(ref: Ref, name: string): Sample | { value: string } | null {
  const value = fixed[name];
  if (value !== undefined) return { value };
  return (
    byRef[ref]?.[name] ??
    byName[name] ??
    (name === 'uuid' && operation(ref).backend === 'awanio' ? 'organization' : null)
  );
}

/** The names of the query fields that a call requires. */
export function neededQuery(ref: Ref): string[] {
  const { query } = shape(ref);
  return query
    ? Object.entries(query.shape)
        .filter(([, field]) => !field.safeParse(undefined).success)
        .map(([name]) => name)
    : [];
}

/** The parameters of a call, or the names of the samples that are missing. */
export type Question =
  { params: Record<string, string>; query: Record<string, string> } | { missing: string[] };

/** Fills in the parameters of a call from the samples, or names the missing ones. */
export function ask(ref: Ref, samples: Samples): Question {
  const missing = new Set<string>();
  const fill = (names: readonly string[]) => {
    const filled: Record<string, string> = {};
    for (const name of names) {
      const source = sourceOf(ref, name);
      const value =
        source === null
          ? undefined
          : typeof source === 'string'
            ? samples.get(source)
            : source.value;
      if (value === undefined) missing.add(typeof source === 'string' ? source : name);
      else filled[name] = value;
    }
    return filled;
  };
  const params = fill(pathParams(operation(ref).path));
  const query = fill(neededQuery(ref));
  return missing.size > 0 ? { missing: [...missing] } : { params, query };
}

/** Adds the samples of an answer. A sample that is known already stays. */
export function collect(ref: Ref, result: unknown, samples: Samples): void {
  for (const { sample, fields, read = text } of gifts[ref] ?? []) {
    if (samples.has(sample)) continue;
    for (const row of rowsOf(result)) {
      const value = fields.map((field) => read(row[field])).find((found) => found !== null);
      if (!value) continue;
      samples.set(sample, value);
      break;
    }
  }
}

function rowsOf(result: unknown): Record<string, unknown>[] {
  const rows: unknown[] =
    typeof result === 'object' && result !== null && 'data' in result && Array.isArray(result.data)
      ? result.data
      : [result];
  return rows.filter(
    (row): row is Record<string, unknown> => typeof row === 'object' && row !== null,
  );
}

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
