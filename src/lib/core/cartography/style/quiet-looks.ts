import type { Look } from '../scene.ts';

/** Plain land under symbols: neither the ground of a hatch nor the neighbours' land. */
export const GROUND_LOOK: Look = { kind: 'color', light: '#e4dfcf', dark: '#2b3833' };

/** A territory that the reader's range leaves out: a quiet grey that no ramp of the house has, and no hatch. */
export const OUTSIDE_LOOK: Look = { kind: 'color', light: '#b4b3ac', dark: '#404844' };

/** The class around the middle of a diverging palette: published ones are nearly white there, which is the paper. */
export const MIDDLE_LOOK = { light: '#cfccc3', dark: '#525b57' } as const;
