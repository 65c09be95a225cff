import { styledScene } from '#lib/core/cartography/style/styled-scene.ts';
import type { MapSymbol, Scene } from '#lib/core/cartography/scene.ts';
import { suitingKind, type Variable } from '#lib/core/cartography/style/variable.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { legendText, type LegendText } from '#lib/i18n/legend.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { codesOf } from '../screen.ts';
import { styleOf } from './address.ts';
import { variableOf, type VariableParts } from './variables.ts';
import type { MapSpec } from './workspace.ts';

/** One map as it is drawn: the same scene and legend on screen, in print, in a frame and in a file. */
export interface Sheet {
	/** As it is drawn: `kind` is one that suits the variable. */
	readonly spec: MapSpec;
	readonly variable: Variable;
	/** Of a bivariate map. */
	readonly other: Variable | null;
	readonly scene: Scene;
	readonly legend: LegendText;
}

/** What a sheet is made from beside its spec. */
export interface SheetParts extends Omit<VariableParts, 'spec'> {
	readonly atlas: Atlas;
	readonly level: Level;
	/** Named cooperatives as points. */
	readonly places: readonly MapSymbol[];
}

/** The map of a spec at one level, in one language; null while figures it tells are not there. */
export function sheetOf(spec: MapSpec, parts: SheetParts, words: Words): Sheet | null {
	const variable = variableOf(spec.of, { ...parts, spec });
	const second = spec.kind === 'bivariate' ? variableOf(spec.by, { ...parts, spec }) : null;
	if (!variable || (spec.kind === 'bivariate' && !second)) return null;
	const kind = suitingKind(spec.kind, variable.measure, second?.measure ?? null);
	const drawn = { ...spec, kind };
	const other = kind === 'bivariate' ? second : null;
	const { atlas, level } = parts;
	const scene = styledScene({
		level,
		codes: codesOf(parts.scorer),
		variable,
		other,
		style: styleOf(drawn),
		labelAt: (code) => atlas.territory(code)?.label ?? null,
		symbolLabel: (code, value) => `${nameOf(atlas, code, words)}\n${words.quantity(value, words.of(variable.unit), variable.decimals)}`,
		places: parts.places
	});
	return { spec: drawn, variable, other, scene, legend: legendText(words, scene.legend, { ...atlas, release: atlas.snapshot.release }) };
}

function nameOf(atlas: Atlas, code: string, words: Words): string {
	const territory = atlas.territory(code);
	return territory ? words.of(territory.name) : code;
}
