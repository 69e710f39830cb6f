import { shapes } from '../../shape';

export const awanioShapes = shapes({});
