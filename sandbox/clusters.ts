/** Runs the clusters of the database on the Kubernetes engine, and keeps their certificates. */
import { findPlan } from './awanio/catalogue';
import { findVersion } from './awanio/cluster';
import { Clock } from './clock';
import type { Store } from './db';
import type { Certificates, ClusterSource, ClusterSpec } from './kubernetes/engine';
import { SimulatedClusters, wholeSecond } from './kubernetes/simulated';
import type { Cluster } from './awanio/cluster';

/** How long a new certificate of an administrator is good for: a year, as kubeadm's. */
const certificateLasts = 365 * 86_400_000;

interface KeptRow {
  authority: string;
  authority_key: string;
  server: string;
  server_key: string;
  client: string;
  client_key: string;
}

/** The running clusters. */
export class Clusters implements ClusterSource {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #engine = new SimulatedClusters(this);

  constructor(store: Store) {
    this.#store = store;
    this.#clock = new Clock(store);
  }

  #row(uuid: string): Cluster | undefined {
    return this.#store.get<Cluster>('select * from clusters where uuid = ?', uuid);
  }

  /** What a cluster looks like now, whether or not it runs. */
  specOf(row: Cluster): ClusterSpec {
    const plan = findPlan(row.pricing_uuid);
    const now = this.#clock.now(row.tenant_id);
    return {
      id: row.uuid,
      name: row.name,
      version: findVersion(row.version)?.name ?? '',
      replicas: row.replicas,
      cores: plan?.vcpu_core ?? 0,
      memoryMb: plan?.ram_mb ?? 0,
      storageGb: plan?.storage_gb ?? 0,
      age: now - row.created_at,
      scaledAge: now - row.scaled_at,
    };
  }

  spec(uuid: string): ClusterSpec | null {
    const row = this.#row(uuid);
    return row?.status === 'running' ? this.specOf(row) : null;
  }

  certificates(uuid: string): Certificates | null {
    const sql = 'select * from cluster_certificates where cluster_uuid = ?';
    const kept = this.#store.get<KeptRow>(sql, uuid);
    return kept
      ? {
          authority: { certificate: kept.authority, key: kept.authority_key },
          server: { certificate: kept.server, key: kept.server_key },
          client: { certificate: kept.client, key: kept.client_key },
        }
      : null;
  }

  keep(uuid: string, { authority, server, client }: Certificates): void {
    if (!this.#row(uuid)) return; // deleted while its certificates were made
    this.#store.transaction(() => {
      this.#store.run('delete from cluster_certificates where cluster_uuid = ?', uuid);
      this.#store.insert('cluster_certificates', {
        cluster_uuid: uuid,
        authority: authority.certificate,
        authority_key: authority.key,
        server: server.certificate,
        server_key: server.key,
        client: client.certificate,
        client_key: client.key,
      });
    });
  }

  /** Starts to listen; kubeconfigs name the port. */
  listen(port: number): Promise<number> {
    return this.#engine.listen(port);
  }

  /**
   * The kubeconfig of a running cluster, a secret. Its certificate is the same at each call until it ends; then there is
   * a new one.
   */
  async kubeconfig({ uuid, certificate_until_real }: Cluster): Promise<string> {
    let ends = certificate_until_real;
    // A certificate says whole seconds, and is over with the last of them.
    if (ends === null || wholeSecond(ends) <= Date.now()) {
      ends = Date.now() + certificateLasts;
      this.#store.update('clusters', { uuid }, { certificate_until_real: ends });
    }
    return this.#engine.kubeconfig(uuid, ends);
  }

  /** Forgets the certificates of a cluster that was deleted. */
  remove(uuid: string): void {
    this.#store.run('delete from cluster_certificates where cluster_uuid = ?', uuid);
    this.#engine.remove(uuid);
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}
