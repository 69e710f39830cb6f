/**
 * The table of operations: what a browser may hold of the contract. One reference, one row.
 * Schemas stay on the server: `./schemas`. Types of inputs and results: `./types` (type-only imports).
 */
import type { Operation } from './operation';
import { awanio } from './operations/awanio';
import { dewavps } from './operations/dewavps';

export const operations = { ...awanio, ...dewavps };

export type Ref = keyof typeof operations;
export type AwanioRef = keyof typeof awanio;
export type DewavpsRef = keyof typeof dewavps;

/** Operations that only read: what a cache may hold, poll and share. */
export type ReadRef = {
  [R in Ref]: (typeof operations)[R]['kind'] extends 'read' ? R : never;
}[Ref];

export const refs = Object.keys(operations) as Ref[];

/** The descriptor of a reference, as the common type. */
export function operation(ref: Ref): Operation {
  return operations[ref];
}

export function isRef(value: string): value is Ref {
  return Object.hasOwn(operations, value);
}
