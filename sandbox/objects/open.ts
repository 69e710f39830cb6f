/** Opens the place that keeps the objects: the sandbox's own store with its S3 endpoint, or another endpoint. */
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Store } from '../db';
import { DiskStore } from './disk/disk-store';
import type { Credentials, ObjectEngine } from './engine';
import { OwnEngine } from './own-engine';
import { storageServer } from './server';

/** Another S3 endpoint, and its key. */
export interface Outside extends Credentials {
  endpoint: string;
}

/** What was opened. */
export interface Opened {
  engine: ObjectEngine;
  /** Lets the own endpoint listen; `listen` answers its address. Another endpoint listens by itself. */
  serve(listen: (server: Server) => Promise<string>): Promise<void>;
  /** Closes the store, when nothing asks it any more. */
  close(): void;
  server: Server | null;
}

/**
 * Opens the own store.
 * @param store the sandbox's data, where the keys are
 * @param data the folder of the data, or `:memory:`
 * @throws DataError where it can't be opened
 */
export function openOwn(store: Store, data: string): Opened {
  const disk = new DiskStore(data === ':memory:' ? data : join(data, 'objects'));
  const engine = new OwnEngine(disk);
  const server = storageServer(store, engine);
  return {
    engine,
    server,
    async serve(listen) {
      engine.endpoint = await listen(server);
    },
    close: () => disk.close(),
  };
}

/** Uses another endpoint. @param store the sandbox's data, where it stands whose a bucket is */
export async function openOutside(store: Store, outside: Outside): Promise<Opened> {
  // The client of S3 takes a while to load, and few sandboxes need it.
  const { OutsideEngine } = await import('./outside-engine');
  const engine = new OutsideEngine(store, outside.endpoint, outside);
  return { engine, server: null, serve: () => Promise.resolve(), close: () => undefined };
}
