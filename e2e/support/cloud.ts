import { appendFileSync } from 'node:fs';
import { files, urls } from './ports';

/** The options of a new tenant of the sandbox. */
export interface TenantOptions {
  awanio?: {
    balance?: number;
    /** What stands at the addresses of the invoices' PDFs: with `html` a page in their place. */
    documents?: 'pdf' | 'html';
    /** 1 admin, 2 member, 3 finance; any other level only reads. */
    level?: number;
    /** `projects`: the person is in the projects, but not in the organization. */
    joins?: 'all' | 'projects';
    /** The terms that the provider set for the organization: percents and rupiah. */
    terms?: {
      suspended?: boolean;
      discount?: number;
      tax_percent?: number;
      monthly_amount_threshold?: number;
      account_payable?: number;
      payment_plans?: 'prepaid' | 'postpaid';
    };
    /** False: the person founded the organization, and is its only admin. */
    founder?: boolean;
    /** Further people, with their levels in the organization (2) and in the first project (none); null is no member. */
    people?: {
      name: string;
      level?: number | null;
      projectLevel?: number | null;
      status?: 'active' | 'inactive';
    }[];
    vms?: number;
    projects?: number;
    /** How many volumes of 50 GB (`volume-1`, `volume-2`, …) belong to no machine. */
    volumes?: number;
    /** Kubernetes clusters of the cheapest plan; running unless `status` says otherwise. */
    clusters?: {
      name: string;
      project?: boolean;
      highlyAvailable?: boolean;
      status?: 'pending' | 'not_running' | 'running';
      /** Seconds of real time after which the first certificate ends. */
      ends?: number;
    }[];
    /**
     * The object storage. Names of buckets are unique over all tenants of a run; objects are `<prefix>file-000001.txt`, …
     */
    objectStorage?: {
      project?: boolean;
      subdomain?: string;
      buckets: { name: string; objects?: number; prefix?: string; public?: boolean }[];
    };
    /** How many deployed bare-metal machines (`metal-1`, `metal-2`, …; titles `Server 1`, …) there are. */
    baremetals?: number;
    /** How many reserved addresses belong to no machine. */
    addresses?: number;
    /** VMs in the first project. */
    projectVms?: number;
    provider?: boolean;
    /** The prefix length of the VPC 10.42.0.0; without it the organization has none. */
    vpc?: number;
    /** The age in days of everything, for which it was charged and invoiced. */
    age?: number;
    /** Invoices of the provider beside those of the months. */
    invoices?: { kind: string; amount?: number; days?: number; note?: string }[];
  };
  dewavps?: {
    balance?: number;
    instances?: number;
    stopped?: number;
    snapshots?: number;
    backups?: number;
    keys?: { scopes: string[] }[];
    /** Whether each instance has a public address; true by default. */
    publicIps?: boolean;
    /** How many public addresses belong to no instance. */
    addresses?: number;
    /** How many volumes of 50 GB (`disk-1`, `disk-2`, …) belong to no instance. */
    disks?: number;
    networks?: { name?: string; members?: number; gateway?: boolean }[];
    /** The age in days of each instance, for which it was charged. */
    age?: number;
    /** Whether the account pays by invoice after each month. */
    postpaid?: boolean;
    /** Deposits, so many days ago. */
    deposits?: { days?: number; amount?: number; paid?: boolean }[];
    exports?: 'link' | 'job';
  };
  /** How many times faster than real time this tenant's actions run. */
  speed?: number;
}

/** A tenant of the sandbox, with its fake credentials. */
export interface Tenant {
  id: string;
  awanio: {
    username: string;
    password: string;
    email: string;
    user_uuid: string;
    organization: { uuid: string; name: string; slug: string };
    /** Those of the option, in its order, with what they sign in with. */
    people: { uuid: string; name: string; username: string; email: string; password: string }[];
    project: { uuid: string; name: string };
    vms: { uuid: string; hostname: string }[];
    volumes: { uuid: string; label: string }[];
    addresses: { uuid: string; address: string }[];
    /** Those of the option, in its order. */
    clusters: { uuid: string; name: string }[];
    objectStorage: {
      uuid: string;
      endpoint: string;
      access_key: string;
      secret_key: string;
      buckets: { name: string }[];
    } | null;
  };
  dewavps: {
    keys: { key: string; scopes: string[] }[];
    instances: { uuid: string; hostname: string }[];
  };
}

/** A fault that the sandbox simulates for a tenant. */
export interface Fault {
  /** The reference of an operation (`D02`), or `*` for all. */
  ref: string;
  kind: 'down' | 'slow' | 'malformed' | 'status' | 'redirect' | 'expire' | 'lost' | 'fail';
  status?: number;
  message?: string;
  /** Where a redirect leads. */
  location?: string;
  delayMs?: number;
  times?: number;
}

/** An account of the sandbox's ledger; amounts are in rupiah. */
export interface LedgerAccount {
  id: string;
  balance: number;
  /** The oldest first. A charge has hours and a resource. */
  entries: { amount: number; kind: string; resource: string | null; hours: number | null }[];
}

async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${urls.control}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`control ${method} ${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Calls the sandbox's control API: tenants, their clock, their faults, their mail. */
export const cloud = {
  async createTenant(options: TenantOptions = {}): Promise<Tenant> {
    const tenant = await control<Tenant>('POST', '/tenants', {
      awanio: {},
      dewavps: {},
      speed: 20,
      ...options,
    });
    noteSecrets(
      tenant.awanio.password,
      ...tenant.awanio.people.map(({ password }) => password),
      ...tenant.dewavps.keys.map((entry) => entry.key),
      ...(tenant.awanio.objectStorage ? [tenant.awanio.objectStorage.secret_key] : []),
    );
    return tenant;
  },
  clock: (tenant: Tenant, change: { advanceSeconds?: number; speed?: number }) =>
    control<void>('POST', `/tenants/${tenant.id}/clock`, change),
  fault: (tenant: Tenant, fault: Fault) =>
    control<void>('POST', `/tenants/${tenant.id}/faults`, fault),
  clearFaults: (tenant: Tenant) => control<void>('DELETE', `/tenants/${tenant.id}/faults`),
  /** The real times at which the tenant's calls arrived. */
  arrivals: (tenant: Tenant) =>
    control<{ ref: string; at: number }[]>('GET', `/tenants/${tenant.id}/arrivals`),
  /** Ends the tenant's tokens, so that its next Awanio call answers 401. */
  revoke: (tenant: Tenant) => control<void>('POST', `/tenants/${tenant.id}/revoke`),
  /** Ends only these keys of the tenant. */
  revokeKeys: (tenant: Tenant, keys: readonly string[]) =>
    control<void>('POST', `/tenants/${tenant.id}/revoke`, { keys }),
  /** From now on, answers with the documented samples (the contract's fixtures). */
  samples: (tenant: Tenant) => control<void>('POST', `/tenants/${tenant.id}/samples`, { on: true }),
  deleteInstance: (tenant: Tenant, uuid: string) =>
    control<void>('POST', `/tenants/${tenant.id}/instances/${uuid}/delete`),
  restartInstance: (tenant: Tenant, uuid: string) =>
    control<void>('POST', `/tenants/${tenant.id}/instances/${uuid}/restart`),
  /** Makes these plans of Awanio (`v-3`) sold out for the tenant, and all others available. */
  sellOut: (tenant: Tenant, plans: readonly string[]) =>
    control<void>('POST', `/tenants/${tenant.id}/sold-out`, { plans }),
  /** Suspends a person, whose token then ends and who can't sign in, or lifts it. The last admin can't be suspended. */
  suspendUser: (tenant: Tenant, uuid: string, on = true) =>
    control<void>('POST', `/tenants/${tenant.id}/users/${uuid}/suspend`, { on }),
  /** Suspends an organization, in which then nothing can be changed but its bills paid, or lifts it. */
  suspendOrganization: (tenant: Tenant, on = true, uuid = tenant.awanio.organization.uuid) =>
    control<void>('POST', `/tenants/${tenant.id}/organizations/${uuid}/suspend`, { on }),
  /** Sets how many machines of a bare-metal package, such as `bh-s`, nobody has. */
  stock: (tenant: Tenant, name: string, left: number) =>
    control<void>('POST', `/tenants/${tenant.id}/packages/${name}/stock`, { left }),
  /** Attaches one of Awanio's volumes to a machine behind the console's back. */
  attachVolume: (tenant: Tenant, uuid: string, vm: string) =>
    control<void>('POST', `/tenants/${tenant.id}/volumes/${uuid}/attach`, { vm }),
  /**
   * What is wrong with the tenant's object storages; what is left out is as it should be. @param clockOff seconds that
   * the store's clock is ahead; @param stop after how many bytes of its body each answer stops; @param stopPut the same of
   * puts, of all or of the first `times`; @param smallestPart bytes of a part but the last, in place of S3's 5 MiB;
   * @param holdWrites after how many writes the others wait until this is called again; @param noVersions whether the store
   * knows nothing of versions
   */
  storage: (
    tenant: Tenant,
    trouble: {
      clockOff?: number;
      full?: boolean;
      stop?: { after: number; how?: 'cut' | 'hang' } | null;
      stopPut?: { after: number; how?: 'cut' | 'hang'; times?: number } | null;
      smallestPart?: number | null;
      holdWrites?: { after: number } | null;
      noVersions?: boolean;
    },
  ) => control<void>('POST', `/tenants/${tenant.id}/storage`, trouble),
  /** Lets the tenant's store forget every unfinished upload. */
  forgetUploads: (tenant: Tenant) =>
    control<void>('POST', `/tenants/${tenant.id}/storage/forget-uploads`),
  /** How often each part was stored, by `<upload> <number>`. */
  storedParts: (tenant: Tenant) =>
    control<Record<string, number>>('GET', `/tenants/${tenant.id}/storage/parts`),
  /** Lets a key of the tenant's object storages work no more, or only read. */
  storageKey: (
    tenant: Tenant,
    accessKey: string,
    change: { revoked?: boolean; readOnly?: boolean },
  ) => control<void>('POST', `/tenants/${tenant.id}/storage-keys/${accessKey}`, change),
  /** Every account of the tenant with all entries: `dewavps:<tenant>`, `awanio:<organization>`. */
  ledger: (tenant: Tenant) => control<LedgerAccount[]>('GET', `/tenants/${tenant.id}/ledger`),
  /** The payments that were asked for at the gateway, the oldest first. */
  payments: (tenant: Tenant) =>
    control<{ order: string; amount: number; backend: string }[]>(
      'GET',
      `/tenants/${tenant.id}/payments`,
    ),
  /** Does something with a payment, as the payer or the gateway would. @param order as `payments` names it */
  payment: (tenant: Tenant, order: string, action: 'pay' | 'fail' | 'expire' | 'refund') =>
    control<unknown>('POST', `/tenants/${tenant.id}/payments/${order}/${action}`),
  /** Sets when the next certificates of a cluster end: in so many seconds of real time, or at an instant (ISO 8601). */
  certificate: (tenant: Tenant, cluster: string, ends: number | string) =>
    control<void>('POST', `/tenants/${tenant.id}/clusters/${cluster}/certificate`, { ends }),
  /** Sends the gateway's callback of a payment that is paid once more, some of them at the same instant. */
  callbacks: (tenant: Tenant, order: string, times: number) =>
    control<{ status: number }[]>('POST', `/tenants/${tenant.id}/payments/${order}/callbacks`, {
      times,
      together: true,
    }),
  /** How the gateway is now: whether it can't be reached, and the codes of methods that it offers no more. */
  gateway: (tenant: Tenant, settings: { down?: boolean; withdrawn?: string[] }) =>
    control<void>('POST', `/tenants/${tenant.id}/gateway`, settings),
  mail: (to: string) =>
    control<{ to: string; subject: string; text: string }[]>(
      'GET',
      `/mail?to=${encodeURIComponent(to)}`,
    ),
};

/** Remembers values that no response, log or error of the run may hold. */
export function noteSecrets(...values: string[]): void {
  appendFileSync(files.secrets, `${values.join('\n')}\n`);
}
