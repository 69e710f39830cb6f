/**
 * How the thing that a change creates is found in a list when the answer to the change was lost. An operation that
 * creates something has a line here. Without one, the console can't tell whether the thing was made, and a person who
 * tries again may get two. The browser loads this by `../operations` only.
 */
import type { ReadRef, Ref } from '@/lib/contract';
import { isAnywhere } from '@/lib/contract/reading/network';
import type { Input, Result, Row } from '@/lib/contract/types';

/** The values that a thing is recognised by. Null is unknown, and fits everything. They hold no secrets. */
export type Marks = Readonly<Record<string, string | number | null | undefined>>;

/** A thing of the list. */
export interface Listed<Answer = unknown> {
  id: string;
  /** Its name on screen. */
  name: string | null;
  /** When it was created (ISO 8601); null where the backend doesn't say. */
  at: string | null;
  marks: Marks;
  /** What the change would have answered. */
  answer: Answer;
}

/** How to find what an operation creates. */
export interface Creation<R extends Ref = Ref, L extends ReadRef = ReadRef> {
  list: L;
  /** The list's input for the page where the newest things are. */
  where: (input: Input<R>) => Input<L>;
  /** What the created thing has in the list. */
  wanted: (input: Input<R>) => Marks;
  rows: (data: Result<L>, input: Input<R>) => readonly Listed<Result<R>>[];
  /** The id in the answer of the change; null if it doesn't say. */
  made: (answer: Result<R>) => string | null;
  /** It costs money, so a second one with another name isn't made before the first one is looked for. */
  costs: boolean;
}

/** Gives a definition the types of its operations. */
const creation = <R extends Ref, L extends ReadRef>(definition: Creation<R, L>): Creation =>
  definition as unknown as Creation;

/** All of a list that fit on a page. */
const page = { limit: 100 } as const;
const ofInstance = ({ params }: { params: { instance_uuid: string } }) => ({ params });

const instanceRows = ({ data }: Result<'D02'>): Listed<Result<'D03'>>[] =>
  data.map(({ uuid, hostname, status, operation_flag, created_at, ip_address, ...size }) => ({
    id: uuid,
    name: hostname,
    at: created_at,
    marks: { hostname, cpu: size.cpu, memory: size.memory_gb, storage: size.storage_gb },
    answer: { uuid, hostname, status, ip_address, operation_flag },
  }));

/** Where a rule's connections come from, in one form. */
function sourceMark(row: {
  source_ip?: string | null;
  source_ipset?: string | number | null;
}): string {
  const { source_ip: address, source_ipset: set } = row;
  if (set !== null && set !== undefined) return `set ${set}`;
  return isAnywhere(address) ? '' : String(address);
}

const volumeRows = ({ data }: Result<'A39'>): Listed<Row<'A39'>>[] =>
  data.map((volume) => ({
    id: volume.uuid,
    name: volume.label,
    at: volume.created_at,
    marks: { label: volume.label, plan: volume.pricing?.uuid },
    answer: volume,
  }));

const creations: Partial<Record<Ref, Creation>> = {
  A05: creation<'A05', 'A06'>({
    list: 'A06',
    where: () => ({}),
    wanted: ({ body: { name } }) => ({ name }),
    rows: ({ data }) =>
      data.map((organization) => ({
        id: organization.uuid,
        name: organization.name,
        at: organization.created_at,
        marks: { name: organization.name },
        answer: organization,
      })),
    made: ({ uuid }) => uuid,
    costs: false,
  }),
  A14: creation<'A14', 'A15'>({
    list: 'A15',
    where: () => ({}),
    wanted: ({ body: { name, organization_uuid: organization } }) => ({ name, organization }),
    rows: ({ data }) =>
      data.map((project) => ({
        id: project.uuid,
        name: project.name,
        at: project.created_at,
        marks: { name: project.name, organization: project.organization?.uuid },
        answer: project,
      })),
    made: (project) => project?.uuid ?? null, // null by the documentation; newer versions name it
    costs: false,
  }),
  A24: creation<'A24', 'A25'>({
    list: 'A25',
    where: ({ params }) => ({ params }),
    wanted: ({ body: { hostname } }) => ({ hostname }),
    rows: ({ data }) =>
      data.map((vm: Row<'A25'>) => ({
        id: vm.uuid,
        name: vm.hostname,
        at: vm.created_at,
        marks: { hostname: vm.hostname },
        answer: vm,
      })),
    made: (vm) => vm?.uuid ?? null,
    costs: true,
  }),
  A63: creation<'A63', 'A64'>({
    list: 'A64',
    where: ({ params }) => ({ params }), // the newest are on the first page
    wanted: ({ body: { name, pricing_uuid: plan } }) => ({ name, plan }),
    rows: ({ data }) =>
      data.map((cluster: Row<'A64'>) => ({
        id: cluster.uuid,
        name: cluster.name,
        at: cluster.created_at,
        marks: { name: cluster.name, plan: cluster.pricing?.uuid },
        answer: cluster,
      })),
    made: ({ uuid }) => uuid,
    costs: true,
  }),
  A54: creation<'A54', 'A55'>({
    list: 'A55',
    where: ({ params }) => ({ params }),
    wanted: ({ body: { subdomain_name: subdomain } }) => ({ subdomain }),
    rows: (storage) =>
      storage
        ? [
            {
              id: storage.uuid,
              name: storage.subdomain_name,
              at: storage.created_at,
              // The backend answers the whole host name.
              marks: { subdomain: storage.subdomain_name?.split('.')[0] },
              // Its secrets were in the lost answer alone.
              answer: {
                ...storage,
                credentials: storage.credentials.map((key) => ({ ...key, secret_key: null })),
              },
            },
          ]
        : [],
    made: ({ uuid }) => uuid,
    costs: true,
  }),
  A56: creation<'A56', 'A57'>({
    list: 'A57',
    where: ({ params }) => ({ params }),
    wanted: ({ body: { bucket_name: name } }) => ({ name }),
    rows: (storage) =>
      (storage?.buckets ?? []).map(({ name, creation_date: at }) => ({
        id: name,
        name,
        at,
        marks: { name },
        answer: { message: null } as unknown as Result<'A56'>,
      })),
    made: () => null, // a sentence
    costs: false,
  }),
  A27: creation<'A27', 'A28'>({
    list: 'A28',
    where: ({ params }) => ({ params }),
    wanted: ({ body: { hostname } }) => ({ hostname }),
    rows: ({ data }) =>
      data.map((metal) => ({
        id: metal.uuid,
        name: metal.hostname,
        at: metal.created_at,
        marks: { hostname: metal.hostname },
        // The answer is what was sent, which the order looks past: it finds its machines in the list.
        answer: metal as unknown as Result<'A27'>,
      })),
    made: () => null,
    costs: true,
  }),
  A40: creation<'A40', 'A39'>({
    list: 'A39',
    where: ({ body: { organization_uuid: uuid } }) => ({
      params: { group_type: 'organizations', group_uuid: uuid },
    }),
    wanted: ({ body: { label, pricing_uuid: plan } }) => ({ label, plan }),
    rows: volumeRows,
    made: ({ uuid }) => uuid,
    costs: true,
  }),
  A44: creation<'A44', 'A39'>({
    list: 'A39',
    where: ({ params }) => ({ params }),
    wanted: ({ body: { label } }) => ({ label }),
    rows: volumeRows,
    made: () => null, // the documentation's sample is the source, not the copy
    costs: true,
  }),
  A36: creation<'A36', 'A07'>({
    list: 'A07', // no read lists VPCs: an organization carries its only one
    where: ({ params }) => ({ params }),
    wanted: ({ body: { label } }) => ({ label }),
    rows: ({ vpc }) =>
      vpc
        ? [
            {
              id: vpc.uuid,
              name: vpc.label,
              at: vpc.created_at,
              marks: { label: vpc.label },
              answer: vpc,
            },
          ]
        : [],
    made: ({ uuid }) => uuid,
    costs: false,
  }),
  D03: creation<'D03', 'D02'>({
    list: 'D02',
    where: () => ({ query: { ...page, sort: 'create,desc' } }),
    wanted: ({ body: { hostname, cpu, memory, storage } }) => ({ hostname, cpu, memory, storage }),
    rows: instanceRows,
    made: ({ uuid }) => uuid,
    costs: true,
  }),
  D06: creation<'D06', 'D02'>({
    list: 'D02',
    where: () => ({ query: { ...page, sort: 'create,desc' } }),
    wanted: ({ body: { hostname } }) => ({ hostname }),
    rows: (data) => instanceRows(data) as unknown as Listed<Result<'D06'>>[],
    made: ({ uuid }) => uuid,
    costs: true,
  }),
  D25: creation<'D25', 'D23'>({
    list: 'D23',
    where: ofInstance,
    wanted: ({ body: { name } }) => ({ name }),
    rows: ({ data }) =>
      data.map(({ id, name, status, created_at }) => ({
        id,
        name,
        at: created_at,
        marks: { name },
        answer: { id, name, status },
      })),
    made: ({ id }) => id,
    costs: true,
  }),
  D32: creation<'D32', 'D31'>({
    list: 'D31',
    where: ofInstance,
    wanted: ({ body: { schedule_type, schedule_on, schedule_at, retention } }) => ({
      schedule_type,
      schedule_on,
      schedule_at,
      retention,
    }),
    rows: ({ data }) =>
      data.map(({ id, ...marks }) => ({
        id,
        name: marks.schedule_type,
        at: null,
        marks,
        answer: { id, ...marks },
      })),
    made: ({ id }) => id,
    costs: true,
  }),
  D39: creation<'D39', 'D38'>({
    list: 'D38',
    where: ({ params }) => ({ params, query: page }),
    wanted: ({ body: { use_ipset, source_ip, source_ipset, ...rule } }) => ({
      ...rule,
      source: sourceMark(use_ipset ? { source_ipset } : { source_ip }),
    }),
    rows: ({ data }) =>
      data.map(({ id, source_ip, source_ipset, enabled, ...rule }) => ({
        id,
        name: rule.description,
        at: null,
        marks: { ...rule, source: sourceMark({ source_ip, source_ipset }) },
        answer: { id, enabled, ...rule },
      })),
    made: ({ id }) => id,
    costs: false,
  }),
  D44: creation<'D44', 'D43'>({
    list: 'D43',
    where: ({ params }) => ({ params, query: page }),
    wanted: ({ body: { name } }) => ({ name }),
    rows: ({ data }) =>
      data.map(({ id, name, description }) => ({
        id,
        name,
        at: null,
        marks: { name },
        answer: { id, name, description },
      })),
    made: ({ id }) => id,
    costs: false,
  }),
  D46: creation<'D46', 'D43'>({
    list: 'D43',
    where: ({ params: { instance_uuid } }) => ({ params: { instance_uuid }, query: page }),
    wanted: ({ body: { cidr } }) => ({ cidr }),
    rows: ({ data }, { params }) =>
      (data.find(({ id }) => id === params.ipset_id)?.ip_list ?? []).map(
        ({ id, cidr, description }) => ({
          id,
          name: cidr,
          at: null,
          marks: { cidr },
          answer: { id, cidr, description },
        }),
      ),
    made: ({ id }) => id,
    costs: false,
  }),
  D52: creation<'D52', 'D49'>({
    list: 'D49',
    where: () => ({ query: {} }),
    wanted: ({ body: { name } }) => ({ name }),
    rows: ({ data }) =>
      data.map(({ uuid, name, status, created_at }) => ({
        id: uuid,
        name,
        at: created_at,
        marks: { name },
        answer: { uuid, name, status },
      })),
    made: ({ uuid }) => uuid,
    costs: false,
  }),
  D59: creation<'D59', 'D58'>({
    list: 'D58',
    where: () => ({ query: page }),
    wanted: ({ body: { location_id } }) => ({ location_id }),
    rows: ({ data }) =>
      data.map(({ uuid, ip_address, location_id, created_at }) => ({
        id: uuid,
        name: ip_address,
        at: created_at,
        marks: { location_id },
        answer: { uuid, ip_address },
      })),
    made: ({ uuid }) => uuid,
    costs: true,
  }),
  D71: creation<'D71', 'D70'>({
    list: 'D70',
    where: () => ({}),
    wanted: ({ body: { title, key } }) => ({ title, key }),
    rows: ({ data }) =>
      data.map(({ id, title, key, created_at }) => ({
        id,
        name: title,
        at: created_at,
        marks: { title, key },
        answer: { id, title },
      })),
    made: ({ id }) => id,
    costs: false,
  }),
  DX1: creation<'DX1', 'D64'>({
    list: 'D64',
    where: () => ({ query: page }),
    wanted: ({ body: { name, size, location_id } }) => ({ name, size, location_id }),
    rows: ({ data }) =>
      data.map(({ id, name, size_gb, storage_type, status, location_id, created_at }) => ({
        id,
        name,
        at: created_at,
        marks: { name, size: size_gb, location_id },
        answer: { id, name, size_gb, storage_type, status },
      })),
    made: ({ id }) => id,
    costs: true,
  }),
};

/** How to find what an operation creates; undefined for one that creates nothing. */
export const creationOf = <R extends Ref>(ref: R): Creation<R> | undefined =>
  creations[ref] as Creation<R> | undefined;
