export { KNOT_BOX } from './shapes.ts';
export { drawKnot, layersOfKnot, pathAttributes, type KnotColours, type KnotPlace } from './draw.ts';
export { knotIcon } from './icon.ts';
