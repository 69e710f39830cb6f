/**
 * For the tests of rights: people of every role who call Awanio through the console's proxy, with a sandbox behind it.
 * Inputs come from the contract's fixtures, so a new operation is covered without a line here.
 */
import { readFileSync } from 'node:fs';
import { operation, refs, type Ref } from '@/lib/contract';
import { fillPath, pathParams, type Operation } from '@/lib/contract/operation';
import type { Place, Role } from '@/lib/contract/permissions';
import { handle } from '@/lib/proxy/handle';
import { browserMethod } from '@/lib/proxy/router';
import { applySettings, origin, signIn } from '@/lib/proxy/testing/world';
import { at, TestCloud } from '@/sandbox/testing';
import type { MadeTenant, TenantInput } from '@/sandbox/tenants';

/** The operations of Awanio that a browser can reach by the proxy. */
export const reachable: readonly Ref[] = refs.filter((ref) => {
  const { backend, reach } = operation(ref);
  return backend === 'awanio' && reach === 'generic';
});

/** Who calls: somebody with a role, somebody who is in neither the organization nor its projects, or nobody known. */
export type Who = Role | 'outsider' | 'nobody';

/** Their levels; `guest` has one that nobody knows. */
const levels = { member: 2, finance: 3, guest: 7 } as const;

/** Figures of the organization that can't stand in an answer by chance. */
export const figures = {
  balance: 77_345_671,
  account_payable: 77_345_672,
  monthly_amount_threshold: 77_345_673,
  discount: 77.125,
  tax_percent: 77.625,
} as const;

type Made = NonNullable<MadeTenant['awanio']> & { project: { uuid: string } };

/** An answer of the proxy. */
export interface Got {
  status: number;
  text: string;
  /** The code of a problem; null in a success. */
  code: string | null;
  /** Whether the backend was asked for this operation. */
  asked: boolean;
}

/** What a call names, apart from its body. */
export interface Names {
  place: Place;
  /** The organization and project that the call names. */
  organization: string;
  project: string;
  /** Other parameters of the path by name, and fields of the body. Without them the call names things that do not exist. */
  params?: Record<string, string>;
  body?: Record<string, unknown>;
}

const nowhere = '00000000-0000-4000-8000-000000000000';

/** The documented request body, with the organization of the call in place of the documented one. */
function bodyOf(ref: Ref, { organization, body }: Names): Record<string, unknown> | undefined {
  if (operation(ref).encoding === 'none') return undefined;
  const file = new URL(`../../lib/contract/fixtures/awanio/${ref}.json`, import.meta.url);
  const { request = {} } = JSON.parse(readFileSync(file, 'utf8')) as { request?: object };
  const named = 'organization_uuid' in request ? { organization_uuid: organization } : {};
  return { ...request, ...named, ...body };
}

/** The name of the path parameter that holds the scope; null if it is not in the path. */
export function scopeParam({ scope }: Operation): string | null {
  return scope.in === 'path' ? scope.param : null;
}

function pathOf(ref: Ref, { place, organization, project, params = {} }: Names): string {
  const described: Operation = operation(ref);
  const { scope, path } = described;
  const inProject =
    scope.in === 'path' &&
    (scope.of === 'project' || (scope.of === 'group' && place === 'project'));
  const values = Object.fromEntries(
    pathParams(path).map((name) => {
      if (name === 'group_type') return [name, inProject ? 'projects' : 'organizations'];
      const isScope = name === scopeParam(described) && scope.in === 'path' && scope.of !== 'user';
      return [name, params[name] ?? (isScope ? (inProject ? project : organization) : nowhere)];
    }),
  );
  return fillPath(path, values);
}

/** The places in which an operation can be called: those of its scope, or the organization alone. */
export function placesOf(ref: Ref): readonly Place[] {
  const { scope } = operation(ref) as Operation;
  if (scope.in === 'path' && scope.of === 'group') return ['organization', 'project'];
  return scope.in === 'path' && scope.of === 'project' ? ['project'] : ['organization'];
}

/** A sandbox with an organization that has a project and a person of each role, and the proxy before it. */
export class RightsStage {
  readonly #people = new Map<Who, { cookie: string; token: string }>();
  private constructor(
    readonly cloud: TestCloud,
    readonly tenant: MadeTenant,
    readonly own: Made,
  ) {}

  static async start(): Promise<RightsStage> {
    const cloud = await TestCloud.start();
    applySettings({
      NUSA_AWANIO_URL: `${cloud.sandbox.apiUrl}/awanio/v2`,
      NUSA_FINANCE_LEVEL: '3',
      NUSA_CALLS_PER_MINUTE: '6000',
    });
    const { balance, ...terms } = figures;
    const options: TenantInput['awanio'] = {
      balance,
      terms,
      volumes: 1,
      addresses: 1,
      vms: 1,
      projectVms: 1,
      vpc: 24,
      people: [
        ...Object.entries(levels).map(([name, level]) => ({ name, level, projectLevel: level })),
        { name: 'outsider', level: null },
      ],
    };
    const tenant = await cloud.tenant({ awanio: options });
    const stage = new RightsStage(cloud, tenant, tenant.awanio as Made);
    await stage.#signIn('admin', stage.own);
    for (const person of stage.own.people) await stage.#signIn(person.name as Who, person);
    return stage;
  }

  close(): Promise<void> {
    return this.cloud.close();
  }

  async #signIn(who: Who, { username, password }: { username: string; password: string }) {
    const login = { username, password };
    const { body } = await this.cloud.awanio()('POST', '/accounts/login', login);
    this.#people.set(who, await signIn({ token: String(at(body, 'data', 'token')) }));
  }

  /** The own organization and project, as a call names them. */
  names(place: Place, more: Partial<Names> = {}): Names {
    return {
      place,
      organization: this.own.organization.uuid,
      project: this.own.project.uuid,
      ...more,
    };
  }

  /** Makes the proxy know somebody's levels, as after any page, however a call before ended. */
  async prime(who: Who): Promise<void> {
    delete (globalThis as { [key: symbol]: unknown })[Symbol.for('nusa.proxy.roles')];
    delete (globalThis as { [key: symbol]: unknown })[Symbol.for('nusa.proxy.limits')];
    if (who !== 'nobody') await this.#send(who, 'GET', '/accounts/me');
  }

  async #send(who: Who, method: string, path: string, body?: object): Promise<Response> {
    const cookie = this.#people.get(who)?.cookie;
    const request = new Request(`http://console.example.test/api/awanio${path}`, {
      method,
      headers: {
        host: 'console.example.test',
        ...(cookie ? { cookie } : {}),
        ...(method === 'GET' ? {} : { origin }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return handle(request, { mount: 'awanio' });
  }

  /** Calls an operation as somebody at the backend itself, past the proxy. @returns the status */
  async callBackend(who: Who, ref: Ref, names: Names): Promise<number> {
    const api = this.cloud.awanio(this.#people.get(who)?.token);
    return (await api(operation(ref).method, pathOf(ref, names), bodyOf(ref, names))).status;
  }

  /** Calls an operation as somebody by the proxy. */
  async call(who: Who, ref: Ref, names: Names): Promise<Got> {
    const arrivals = async () =>
      (await this.cloud.control('GET', `/tenants/${this.tenant.id}/arrivals`)) as { ref: Ref }[];
    const before = (await arrivals()).filter((arrival) => arrival.ref === ref).length;
    const method = browserMethod(operation(ref));
    const response = await this.#send(who, method, pathOf(ref, names), bodyOf(ref, names));
    const text = await response.text();
    const after = (await arrivals()).filter((arrival) => arrival.ref === ref).length;
    const { status } = response;
    const code = status < 400 ? null : (JSON.parse(text) as { code: string }).code;
    return { status, text, code, asked: after > before };
  }
}
