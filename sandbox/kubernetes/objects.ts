/** The nodes, pods and namespaces of a cluster, worked out from what it looks like now; nothing of them is stored. */
import { createHash } from 'node:crypto';
import type { ClusterSpec } from './engine';

/** The time in which a new node becomes ready, in milliseconds of tenant time. */
const nodeStarts = 4000;

export interface Node {
  name: string;
  index: number;
  ready: boolean;
  /** Milliseconds of tenant time. */
  age: number;
  ip: string;
}

export interface Pod {
  name: string;
  namespace: string;
  node: Node;
  /** The program, which is the container's name as well. */
  app: string;
  running: boolean;
  age: number;
  ip: string;
  /** What it asks for, and uses now: thousandths of a core, and MB. */
  asks: { cpu: number; memory: number };
  uses: { cpu: number; memory: number };
}

const hash = (text: string) => createHash('sha256').update(text).digest();
const letters = 'bcdfghjklmnpqrstvwxz2456789';
const suffix = (text: string, length: number) =>
  [...hash(text).subarray(0, length)].map((byte) => letters[byte % letters.length]).join('');

/** A fixed uuid for an object of a cluster. */
export function uidOf(text: string): string {
  const hex = hash(text).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function nodesOf(spec: ClusterSpec): Node[] {
  return Array.from({ length: spec.replicas }, (_, index) => {
    const age = index === 0 ? spec.age : spec.scaledAge;
    return {
      name: `${spec.name}-node-${index + 1}`,
      index,
      ready: age >= nodeStarts,
      age,
      ip: `172.20.0.${10 + index}`,
    };
  });
}

/** The programs of the cluster itself: thousandths of a core and MB that each asks for, and where it stands. */
const programs = [
  { app: 'etcd', cpu: 100, memory: 100, on: 'node' },
  { app: 'kube-apiserver', cpu: 250, memory: 300, on: 'node' },
  { app: 'kube-controller-manager', cpu: 200, memory: 90, on: 'node' },
  { app: 'kube-scheduler', cpu: 100, memory: 40, on: 'node' },
  { app: 'kube-proxy', cpu: 20, memory: 30, on: 'every' },
  { app: 'calico-node', cpu: 150, memory: 120, on: 'every' },
  { app: 'coredns', cpu: 100, memory: 70, on: 'two' },
  { app: 'metrics-server', cpu: 100, memory: 60, on: 'one' },
] as const;

function podName(program: (typeof programs)[number], node: Node, spec: ClusterSpec, copy: number) {
  const { app, on } = program;
  if (on === 'node') return `${app}-${node.name}`;
  const own = suffix(`${spec.id} ${app} ${node.index} ${copy}`, 5);
  return on === 'every' ? `${app}-${own}` : `${app}-${suffix(`${spec.id} ${app}`, 9)}-${own}`;
}

/** How much of what it asks for a pod uses, which changes from minute to minute. */
function loadOf(name: string, at: number): number {
  const own = hash(name).readUInt16BE(0) / 65_536;
  return 0.35 + 0.3 * own + 0.15 * Math.sin((at / 60_000 + own * 60) / 5);
}

/** @param at milliseconds since 1970, by which the load changes */
export function podsOf(spec: ClusterSpec, at: number): Pod[] {
  const nodes = nodesOf(spec);
  return programs.flatMap((program) => {
    const { app, cpu, memory, on } = program;
    const copies = on === 'one' ? 1 : on === 'two' ? 2 : nodes.length;
    return Array.from({ length: copies }, (_, copy) => {
      const perNode = on === 'node' || on === 'every';
      // Programs that need not stand on each node keep to the first, which no change takes away.
      const node = nodes[perNode ? copy : 0] as Node;
      const name = podName(program, node, spec, copy);
      const load = node.ready ? loadOf(`${spec.id} ${name}`, at) : 0;
      const own = hash(name).readUInt8(0);
      return {
        name,
        namespace: 'kube-system',
        node,
        app,
        running: node.ready,
        age: node.age,
        ip: on === 'node' || on === 'every' ? node.ip : `10.244.${node.index}.${2 + (own % 250)}`,
        asks: { cpu, memory },
        uses: { cpu: Math.round(cpu * load), memory: Math.round(memory * (0.6 + load / 2)) },
      };
    });
  });
}

export const namespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'] as const;

/** What a cluster uses now: thousandths of a core and MB. */
export function usageOf(spec: ClusterSpec, at: number) {
  const pods = podsOf(spec, at);
  const running = pods.filter((pod) => pod.running);
  return {
    nodes: spec.replicas,
    pods: pods.length,
    containers: running.length,
    cpu: running.reduce((total, { uses }) => total + uses.cpu, 0),
    memory: running.reduce((total, { uses }) => total + uses.memory, 0),
  };
}
