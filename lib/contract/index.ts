/**
 * The table of operations, the part of the contract that a browser may have. Each reference has one row. The schemas
 * stay on the server (`./schemas`); types of inputs and results are in `./types` (import types only).
 */
import type { Operation } from './operation';
import { awanio } from './operations/awanio';
import { dewavps } from './operations/dewavps';

export const operations = { ...awanio, ...dewavps };

/** The reference of an operation, such as `A25` or `D02`. */
export type Ref = keyof typeof operations;
export type AwanioRef = keyof typeof awanio;
export type DewavpsRef = keyof typeof dewavps;

/** Operations that only read, so their answers may be cached, polled and shared. */
export type ReadRef = {
  [R in Ref]: (typeof operations)[R]['kind'] extends 'read' ? R : never;
}[Ref];

export const refs = Object.keys(operations) as Ref[];

/** The descriptor of an operation, with the common type. */
export function operation(ref: Ref): Operation {
  return operations[ref];
}

/** Whether a text is the reference of an operation. */
export function isRef(value: string): value is Ref {
  return Object.hasOwn(operations, value);
}
