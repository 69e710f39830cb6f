/** Answers calls to a cluster's API: what `kubectl version`, `get`, `describe` and `top` ask. It only reads. */
import type { ClusterSpec } from './engine';
import { resources, textAt, type KubeObject, type Resource } from './resources';

export interface ApiAnswer {
  status: number;
  body: object;
}

/** A refusal in Kubernetes's own form. */
export function failure(status: number, reason: string, message: string): ApiAnswer {
  const known = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' };
  return { status, body: { ...known, message, reason, code: status } };
}

export const unauthorized = () => failure(401, 'Unauthorized', 'Unauthorized');
const notFound = (what: string) => failure(404, 'NotFound', `${what} not found`);

function versionOf({ version }: ClusterSpec) {
  const [major, minor] = version.split('.');
  return {
    major,
    minor,
    gitVersion: `v${version}.0`,
    gitCommit: 'nusa-sandbox',
    gitTreeState: 'clean',
    buildDate: '2026-01-06T02:00:00Z',
    goVersion: 'go1.24.0',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

/** The lists of groups and of resources, by their paths. */
function discovery(path: string): object | null {
  const groups = [...new Set(resources.map(({ group }) => group))].filter((one) => one !== 'v1');
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') {
    const named = groups.map((groupVersion) => {
      const [name, version] = groupVersion.split('/');
      const known = { groupVersion, version };
      return { name, versions: [known], preferredVersion: known };
    });
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: named };
  }
  const group = path === '/api/v1' ? 'v1' : path.replace(/^\/apis\//, '');
  const own = resources.filter((resource) => resource.group === group);
  if (own.length === 0 || (group === 'v1') !== (path === '/api/v1')) return null;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: group,
    resources: own.map(({ name, kind, namespaced, shortNames }) => ({
      name,
      singularName: kind.toLowerCase(),
      namespaced,
      kind,
      verbs: ['get', 'list'],
      shortNames,
    })),
  };
}

/** What a path asks for. */
interface Asked {
  resource: Resource;
  namespace?: string | undefined;
  name?: string | undefined;
}

function askedOf(path: string): Asked | null {
  const match =
    /^(?:\/api\/(v1)|\/apis\/([^/]+\/[^/]+))(?:\/namespaces\/([^/]+))?\/([^/]+)(?:\/([^/]+))?$/.exec(
      path,
    );
  if (!match) return null;
  const [, core, other, namespace, kind, name] = match;
  const resource = resources.find((one) => one.group === (core ?? other) && one.name === kind);
  if (!resource || (namespace !== undefined && !resource.namespaced)) return null;
  return { resource, namespace, name };
}

/** Whether an object fits selectors such as `spec.nodeName=a,status.phase!=Failed`; fields by their path. */
function fits(selector: string | null, valueOf: (key: string) => string): boolean {
  return (selector ?? '')
    .split(',')
    .filter((term) => term !== '')
    .every((term) => {
      const [, key = '', sign, value = ''] = /^([^=!]+)(!=|==?)(.*)$/.exec(term) ?? [];
      return sign === '!=' ? valueOf(key) !== value : sign === undefined || valueOf(key) === value;
    });
}

function tableOf(resource: Resource, objects: KubeObject[]): object {
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { resourceVersion: '1' },
    columnDefinitions: resource.columns.map(({ name, wide }) => ({
      name,
      type: 'string',
      format: name === 'Name' ? 'name' : '',
      description: name,
      priority: wide ? 1 : 0,
    })),
    rows: objects.map((object) => ({
      cells: resource.columns.map(({ cell }) => cell(object)),
      object: {
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata: object.metadata,
      },
    })),
  };
}

function read(asked: Asked, spec: ClusterSpec, query: URLSearchParams, accept: string): ApiAnswer {
  const { resource, namespace, name } = asked;
  const all = resource
    .list(spec, Date.now())
    .filter((object) => namespace === undefined || object.metadata.namespace === namespace);
  const asTable = /as=Table/.test(accept);
  if (name !== undefined) {
    const found = all.find((object) => object.metadata.name === name);
    if (!found) return notFound(`${resource.name} "${name}"`);
    return { status: 200, body: asTable ? tableOf(resource, [found]) : found };
  }
  const items = all
    .filter((object) => fits(query.get('fieldSelector'), (key) => textAt(object, key)))
    .filter((object) =>
      fits(query.get('labelSelector'), (key) => object.metadata.labels[key] ?? ''),
    );
  if (asTable) return { status: 200, body: tableOf(resource, items) };
  const list = { kind: `${resource.kind}List`, apiVersion: resource.group };
  return { status: 200, body: { ...list, metadata: { resourceVersion: '1' }, items } };
}

/**
 * Answers a call of somebody who has signed in.
 * @param accept the header, by which kubectl asks for tables
 */
export function answerCall(
  spec: ClusterSpec,
  call: { method: string; url: string; accept: string },
): ApiAnswer {
  const { pathname, searchParams } = new URL(call.url, 'https://cluster');
  const path = pathname.replace(/\/+$/, '');
  if (call.method !== 'GET')
    return failure(403, 'Forbidden', 'clusters of the sandbox can only be read');
  if (searchParams.get('watch') === 'true' || searchParams.get('watch') === '1')
    return failure(405, 'MethodNotAllowed', 'clusters of the sandbox can not be watched');
  if (path === '/version') return { status: 200, body: versionOf(spec) };
  const found = discovery(path);
  if (found) return { status: 200, body: found };
  const asked = askedOf(path);
  return asked
    ? read(asked, spec, searchParams, call.accept)
    : failure(404, 'NotFound', 'the server could not find the requested resource');
}
