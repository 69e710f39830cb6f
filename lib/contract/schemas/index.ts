/** The schemas of every operation. Server only: browser code takes types from `../types`. */
import type { Ref } from '../index';
import type { Shape } from '../shape';
import { awanioShapes } from './awanio';
import { dewavpsShapes } from './dewavps';

export const allShapes = { ...awanioShapes, ...dewavpsShapes };

/** The shape of a reference, as the common type. */
export function shape(ref: Ref): Shape {
  return allShapes[ref];
}
