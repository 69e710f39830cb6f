/** The objects of a cluster in the form of the Kubernetes API, and the columns in which `kubectl get` shows them. */
import type { ClusterSpec } from './engine';
import { namespaces, nodesOf, podsOf, uidOf, type Node, type Pod } from './objects';

/** An object of the API. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    resourceVersion: string;
    creationTimestamp: string;
    labels: Record<string, string>;
  };
  [more: string]: unknown;
}

/** A column: `wide` ones are shown with `-o wide` alone. */
export interface Column {
  name: string;
  wide?: boolean;
  cell: (object: KubeObject) => string | number;
}

export interface Resource {
  /** The group and version, as in a path: `v1`, `metrics.k8s.io/v1beta1`. */
  group: string;
  name: string;
  kind: string;
  shortNames: readonly string[];
  namespaced: boolean;
  columns: readonly Column[];
  list: (spec: ClusterSpec, at: number) => KubeObject[];
}

/** The value at a path in an object, as text. */
export function textAt(object: unknown, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], object);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** An age in the form of kubectl: `45s`, `12m`, `5h`, `3d`. */
function ageOf({ metadata }: KubeObject): string {
  const seconds = Math.max(
    0,
    Math.floor((Date.now() - Date.parse(metadata.creationTimestamp)) / 1000),
  );
  if (seconds < 120) return `${seconds}s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)}m`;
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86_400)}d`;
}

const column = (name: string, path: string, wide = false): Column => ({
  name,
  wide,
  cell: (object) => textAt(object, path) || '<none>',
});
const nameColumn = column('Name', 'metadata.name');
const ageColumn: Column = { name: 'Age', cell: ageOf };

function metadata(
  spec: ClusterSpec,
  kind: string,
  of: { name: string; namespace?: string; age: number; labels?: Record<string, string> },
  at: number,
): KubeObject['metadata'] {
  const { name, namespace, age, labels = {} } = of;
  return {
    name,
    ...(namespace ? { namespace } : {}),
    uid: uidOf(`${spec.id} ${kind} ${name}`),
    resourceVersion: '1',
    creationTimestamp: time(at - age),
    labels,
  };
}

const time = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

function nodeObject(spec: ClusterSpec, node: Node, at: number): KubeObject {
  const room = {
    cpu: String(spec.cores),
    memory: `${spec.memoryMb}Mi`,
    'ephemeral-storage': `${spec.storageGb}Gi`,
    pods: '110',
  };
  const since = time(at - Math.max(0, node.age - 4000));
  const condition = (type: string, status: boolean, reason: string, message: string) => ({
    type,
    status: status ? 'True' : 'False',
    reason,
    message,
    lastHeartbeatTime: time(at),
    lastTransitionTime: since,
  });
  const labels = {
    'kubernetes.io/hostname': node.name,
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'amd64',
    'node-role.kubernetes.io/control-plane': '',
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: metadata(spec, 'Node', { name: node.name, age: node.age, labels }, at),
    spec: { podCIDR: `10.244.${node.index}.0/24`, providerID: `nusa://${spec.id}/${node.index}` },
    status: {
      capacity: room,
      allocatable: room,
      addresses: [
        { type: 'InternalIP', address: node.ip },
        { type: 'Hostname', address: node.name },
      ],
      conditions: [
        condition('MemoryPressure', false, 'KubeletHasSufficientMemory', 'memory is sufficient'),
        condition('DiskPressure', false, 'KubeletHasNoDiskPressure', 'disk is sufficient'),
        node.ready
          ? condition('Ready', true, 'KubeletReady', 'kubelet is posting ready status')
          : condition('Ready', false, 'KubeletNotReady', 'the node is starting'),
      ],
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        osImage: 'Nusa Sandbox Linux',
        kernelVersion: '6.12.0-sandbox',
        containerRuntimeVersion: 'containerd://2.0.0',
        kubeletVersion: `v${spec.version}.0`,
        kubeProxyVersion: `v${spec.version}.0`,
        machineID: uidOf(`${spec.id} machine ${node.index}`).replaceAll('-', ''),
        systemUUID: uidOf(`${spec.id} system ${node.index}`),
        bootID: uidOf(`${spec.id} boot ${node.index}`),
      },
    },
  };
}

function podObject(spec: ClusterSpec, pod: Pod, at: number): KubeObject {
  const image = `registry.k8s.io/${pod.app}:v${spec.version}.0`;
  const started = time(at - Math.max(0, pod.age - 4000));
  const requests = { cpu: `${pod.asks.cpu}m`, memory: `${pod.asks.memory}Mi` };
  const state = pod.running
    ? { running: { startedAt: started } }
    : { waiting: { reason: 'ContainerCreating' } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(spec, 'Pod', { ...pod, labels: { 'k8s-app': pod.app } }, at),
    spec: {
      nodeName: pod.node.name,
      restartPolicy: 'Always',
      containers: [{ name: pod.app, image, resources: { requests } }],
    },
    status: {
      phase: pod.running ? 'Running' : 'Pending',
      podIP: pod.ip,
      hostIP: pod.node.ip,
      startTime: started,
      conditions: [{ type: 'Ready', status: pod.running ? 'True' : 'False' }],
      containerStatuses: [
        {
          name: pod.app,
          image,
          imageID: image,
          ready: pod.running,
          started: pod.running,
          restartCount: 0,
          state,
        },
      ],
      qosClass: 'Burstable',
    },
  };
}

const usage = (cpu: number, memory: number) => ({ cpu: `${cpu}m`, memory: `${memory}Mi` });

const metrics = 'metrics.k8s.io/v1beta1';
/** What the metrics API says beside an object's names. */
const measured = (at: number) => ({ timestamp: time(at), window: '15s' });

/** Everything that a cluster serves. */
export const resources: readonly Resource[] = [
  {
    group: 'v1',
    name: 'nodes',
    kind: 'Node',
    shortNames: ['no'],
    namespaced: false,
    columns: [
      nameColumn,
      {
        name: 'Status',
        cell: ({ status }) =>
          (status as { conditions: { type: string; status: string }[] }).conditions.some(
            (one) => one.type === 'Ready' && one.status === 'True',
          )
            ? 'Ready'
            : 'NotReady',
      },
      { name: 'Roles', cell: () => 'control-plane' },
      ageColumn,
      column('Version', 'status.nodeInfo.kubeletVersion'),
      column('Internal-IP', 'status.addresses.0.address', true),
      column('External-IP', 'status.addresses.2.address', true),
      column('OS-Image', 'status.nodeInfo.osImage', true),
      column('Kernel-Version', 'status.nodeInfo.kernelVersion', true),
      column('Container-Runtime', 'status.nodeInfo.containerRuntimeVersion', true),
    ],
    list: (spec, at) => nodesOf(spec).map((node) => nodeObject(spec, node, at)),
  },
  {
    group: 'v1',
    name: 'namespaces',
    kind: 'Namespace',
    shortNames: ['ns'],
    namespaced: false,
    columns: [nameColumn, column('Status', 'status.phase'), ageColumn],
    list: (spec, at) =>
      namespaces.map((name) => ({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: metadata(
          spec,
          'Namespace',
          { name, age: spec.age, labels: { 'kubernetes.io/metadata.name': name } },
          at,
        ),
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      })),
  },
  {
    group: 'v1',
    name: 'pods',
    kind: 'Pod',
    shortNames: ['po'],
    namespaced: true,
    columns: [
      nameColumn,
      {
        name: 'Ready',
        cell: (object) => (textAt(object, 'status.phase') === 'Running' ? '1/1' : '0/1'),
      },
      {
        name: 'Status',
        cell: (object) =>
          textAt(object, 'status.phase') === 'Running' ? 'Running' : 'ContainerCreating',
      },
      { name: 'Restarts', cell: () => '0' },
      ageColumn,
      column('IP', 'status.podIP', true),
      column('Node', 'spec.nodeName', true),
    ],
    list: (spec, at) => podsOf(spec, at).map((pod) => podObject(spec, pod, at)),
  },
  {
    group: 'v1',
    name: 'services',
    kind: 'Service',
    shortNames: ['svc'],
    namespaced: true,
    columns: [
      nameColumn,
      column('Type', 'spec.type'),
      column('Cluster-IP', 'spec.clusterIP'),
      { name: 'External-IP', cell: () => '<none>' },
      { name: 'Port(s)', cell: () => '443/TCP' },
      ageColumn,
    ],
    list: (spec, at) => [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: metadata(
          spec,
          'Service',
          { name: 'kubernetes', namespace: 'default', age: spec.age },
          at,
        ),
        spec: {
          type: 'ClusterIP',
          clusterIP: '10.96.0.1',
          clusterIPs: ['10.96.0.1'],
          ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }],
        },
        status: { loadBalancer: {} },
      },
    ],
  },
  {
    group: 'v1',
    name: 'events',
    kind: 'Event',
    shortNames: ['ev'],
    namespaced: true,
    columns: [nameColumn, ageColumn],
    list: () => [],
  },
  {
    group: metrics,
    name: 'nodes',
    kind: 'NodeMetrics',
    shortNames: [],
    namespaced: false,
    columns: [nameColumn],
    list: (spec, at) =>
      nodesOf(spec).map((node) => {
        const own = podsOf(spec, at).filter((pod) => pod.node.name === node.name);
        const total = (of: 'cpu' | 'memory') => own.reduce((sum, { uses }) => sum + uses[of], 0);
        return {
          apiVersion: metrics,
          kind: 'NodeMetrics',
          metadata: metadata(spec, 'NodeMetrics', node, at),
          ...measured(at),
          usage: usage(total('cpu'), total('memory')),
        };
      }),
  },
  {
    group: metrics,
    name: 'pods',
    kind: 'PodMetrics',
    shortNames: [],
    namespaced: true,
    columns: [nameColumn],
    list: (spec, at) =>
      podsOf(spec, at).map((pod) => ({
        apiVersion: metrics,
        kind: 'PodMetrics',
        metadata: metadata(spec, 'PodMetrics', pod, at),
        ...measured(at),
        containers: [{ name: pod.app, usage: usage(pod.uses.cpu, pod.uses.memory) }],
      })),
  },
];
