import { shapes } from '../../shape';

export const dewavpsShapes = shapes({});
