import type { Territory } from '../../territory/territory.ts';

/** A synthetic commune for tests; no place of that name is meant. */
export const synthetic = (code: string, part: Partial<Territory> = {}): Territory => ({
	code,
	level: 'commune',
	kind: 'rural-commune',
	parent: null,
	name: { ar: code, fr: code, en: code },
	aliases: [],
	label: null,
	populationLegal: 100,
	populationMunicipal: 100,
	households: 20,
	areaKm2: 10,
	coastal: false,
	...part
});
