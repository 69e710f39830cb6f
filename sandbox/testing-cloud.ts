/** For tests: a sandbox without its servers, over a store that may be in memory. */
import { billMonths } from './awanio/invoice';
import { Cloud } from './cloud';
import { SimulatedEngine } from './compute/simulated';
import { Store } from './db';
import './implemented';
import { runJob } from './job-handlers';
import { Machines } from './machines';
import { openOwn } from './objects/open';

/** Opens a sandbox without servers. @param directory where its data stand; by default in memory */
export function memoryCloud(directory = ':memory:'): { cloud: Cloud; close: () => void } {
  const store = new Store(directory);
  const machines = new Machines(store, new SimulatedEngine());
  const post = { send: () => Promise.reject(new Error('there is no post')) };
  const { engine, close: closeObjects } = openOwn(store, directory);
  const cloud = new Cloud(store, machines, post, engine, 1, runJob, billMonths);
  const close = () => {
    closeObjects();
    store.close();
  };
  return { cloud, close };
}
