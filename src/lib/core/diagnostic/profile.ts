import { changeCell, ratioCell, rowsCell, territoryCell, type Cell } from './cell.ts';
import { computed, type Datum } from './datum.ts';
import type { Profile } from './diagnostic.ts';
import { datumOf } from './figures.ts';
import { contextLines } from './groups.ts';
import type { DiagnosticInput } from './input.ts';
import type { LineContext } from './lines.ts';

/** Who lives here, how many more or fewer than before, on how much land. */
export function profileOf(input: DiagnosticInput, context: LineContext): Profile {
	const { territory, figures, populationBefore, sources } = input;
	const { code, populationLegal, households, areaKm2 } = territory;
	const people = own(populationLegal, territoryCell(code, 'populationLegal'), sources.people, '2024');
	const area = areaKm2 === null ? null : own(areaKm2, territoryCell(code, 'areaKm2'), sources.area, null);
	const population = figures.indicators.find(({ id }) => id === 'population_legal');
	const before = populationBefore && population ? datumOf(population, populationBefore) : null;
	return {
		population: people,
		populationBefore: before,
		change: before && changeOf(people, before),
		households: own(households, territoryCell(code, 'households'), sources.people, '2024'),
		areaKm2: area,
		density: area && { ...computed(people.value / area.value, ratioCell(people.cell, area.cell), 1), year: '2024' },
		children: computed(input.children.length, rowsCell('territories', 'parent', code), 0, sources.people),
		lines: contextLines(context),
		coastal: territory.coastal
	};
}

const own = (value: number, cell: Cell, source: string, year: string | null): Datum => ({
	...computed(value, cell, 0, source),
	year,
	status: 'published'
});

const changeOf = (now: Datum, before: Datum): Datum => ({
	...computed(100 * (now.value / before.value - 1), changeCell(now.cell, before.cell), 1, before.source),
	year: `${before.year}–${now.year}`
});
