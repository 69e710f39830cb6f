import type { Pair } from './certificates';

/** What a cluster looks like now. Ages are milliseconds of the tenant's time. */
export interface ClusterSpec {
  id: string;
  name: string;
  /** `1.33` */
  version: string;
  /** Nodes; each is of the cluster's plan. */
  replicas: number;
  cores: number;
  memoryMb: number;
  storageGb: number;
  age: number;
  /** Since the number of nodes changed; nodes beyond the first are as old. */
  scaledAge: number;
}

/** The certificates of a cluster, which outlive the process. */
export interface Certificates {
  authority: Pair;
  server: Pair;
  /** What the cluster's administrator signs in with. */
  client: Pair;
}

/** What the engine asks for and keeps; {@link ../clusters} answers from the database. */
export interface ClusterSource {
  /** Null for a cluster that does not exist or does not run. */
  spec(id: string): ClusterSpec | null;
  /** Null for a cluster that has none yet. */
  certificates(id: string): Certificates | null;
  keep(id: string, certificates: Certificates): void;
}

/** Serves the API of running clusters. */
export interface ClusterEngine {
  /** Starts to listen on loopback. @returns the port */
  listen(port: number): Promise<number>;
  /**
   * The kubeconfig of a running cluster's administrator. A secret.
   * @param ends the end of a new certificate, milliseconds since 1970 by the real clock; the one that is kept stays in use
   *   while it says the same end
   * @throws Error if the cluster does not run
   */
  kubeconfig(id: string, ends: number): Promise<string>;
  /** Forgets a cluster; calls to it fail from now on. */
  remove(id: string): void;
  close(): Promise<void>;
}
