/** The schemas of all operations. Server only: browser code imports types from `../types`. */
import type { Ref } from '../index';
import type { Shape } from '../shape';
import { awanioShapes } from './awanio';
import { dewavpsShapes } from './dewavps';

/** All shapes by reference. */
export const allShapes = { ...awanioShapes, ...dewavpsShapes };

/** The shape of an operation, with the common type. */
export function shape(ref: Ref): Shape {
  return allShapes[ref];
}
