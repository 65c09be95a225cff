import type { ExistingProject } from '#lib/core/release/records.ts';
import { modelCell, projectCell, zoneCell } from './cell.ts';
import { computed, type Datum } from './datum.ts';
import type { ExistingLine, ModelLine, Multiple, Projects, ZoneLine } from './diagnostic.ts';
import { datumOf } from './figures.ts';
import type { DiagnosticInput, SheetSummary } from './input.ts';
import type { LineContext } from './lines.ts';
import { programmeLines } from './groups.ts';

/** What leads from the diagnostic to projects. */
export function projectsOf(input: DiagnosticInput, context: LineContext): Projects {
	const { scorer, sheets, sources } = input;
	const names = new Map(scorer.chains.map(({ id, name }) => [id, name]));
	return {
		sectors: firstSectors(input, context.rules.firstSectors).map((chain) => ({
			chain,
			name: names.get(chain)!,
			models: sheets.filter(({ chains }) => chains.includes(chain)).map((sheet) => modelLine(sheet, sources.models))
		})),
		existing: input.existing.map((project) => existingLine(project, sources.projects)),
		programmes: programmeLines(context)
	};
}

/** The first `count` sectors for a project holder; of a region those that are among the first of most of its provinces. */
function firstSectors({ territory, children, recommended }: DiagnosticInput, count: number): string[] {
	if (territory.level === 'province')
		return recommended(territory.code)
			.slice(0, count)
			.map(({ chain }) => chain);
	const first = children.flatMap(({ code }) => recommended(code).slice(0, count));
	return [...Map.groupBy(first, ({ chain }) => chain)]
		.map(([chain, sectors]) => ({ chain, times: sectors.length, position: sectors.reduce((sum, { position }) => sum + position, 0) }))
		.sort((a, b) => b.times - a.times || a.position - b.position || (a.chain < b.chain ? -1 : 1))
		.slice(0, count)
		.map(({ chain }) => chain);
}

const modelLine = ({ id, name, grade, investmentMad, members }: SheetSummary, source: string): ModelLine => ({
	...{ id, name, grade },
	investment: computed(investmentMad, modelCell(id, 'investment'), 0, source),
	members: members === null ? null : computed(members, modelCell(id, 'members'), 0, source)
});

function existingLine({ amountMad, indhAmountMad, projectsCount, areaM2, ...project }: ExistingProject, source: string): ExistingLine {
	const datum = (column: Parameters<typeof projectCell>[1], value: number | null): Datum | null =>
		value === null ? null : { ...computed(value, projectCell(project.id, column), 0, source), year: project.period, status: 'published' };
	return {
		...project,
		amountMad: datum('amountMad', amountMad),
		indhAmountMad: datum('indhAmountMad', indhAmountMad),
		projectsCount: datum('projectsCount', projectsCount),
		areaM2: datum('areaM2', areaM2)
	};
}

/** The promising zones that reach into the territory, the one with most members here first, then with most people. */
export function zoneLines({ territory, children, standings, provinces }: DiagnosticInput): ZoneLine[] {
	const inside = new Map((territory.level === 'province' ? [territory] : children).map(({ code, name }) => [code, { code, name }]));
	const names = new Set(provinces.chains.map(({ id }) => id));
	return standings.zones
		.filter(({ chain }) => names.has(chain))
		.flatMap(({ id, chain, around, members, people, areaKm2, score }): ZoneLine[] => {
			const here = members.flatMap((code) => inside.get(code) ?? []);
			if (here.length === 0) return [];
			return [
				{
					...{ id, chain, around, inside: here },
					members: computed(members.length, zoneCell(id, 'members')),
					people: computed(people, zoneCell(id, 'people')),
					areaKm2: areaKm2 === null ? null : computed(areaKm2, zoneCell(id, 'areaKm2')),
					mean: computed(score.mean, zoneCell(id, 'mean'), 1),
					low: computed(score.low, zoneCell(id, 'low'), 1),
					high: computed(score.high, zoneCell(id, 'high'), 1)
				}
			];
		})
		.sort((a, b) => b.inside.length - a.inside.length || b.people.value - a.people.value);
}

/** Of a region: its provinces side by side, for the scored indicators of need and what the census says of cooperators. */
export function multiplesOf({ territory, children, below, scorer, figures }: DiagnosticInput): Multiple[] {
	if (territory.level !== 'region' || below === null) return [];
	const { method } = scorer;
	const wanted = new Set([...method.need.flatMap(({ terms }) => terms.map(({ indicator }) => indicator)), method.room.indicator]);
	return figures.indicators
		.filter(({ id }) => wanted.has(id))
		.map((indicator) => {
			const places = children.map(({ code, name }) => {
				const figure = below.of(indicator.id, code);
				return { code, name, datum: figure && datumOf(indicator, figure) };
			});
			const whole = figures.of(indicator.id, territory.code);
			const { id, name, unit, direction, decimals } = indicator;
			return {
				...{ indicator: id, name, unit, direction, decimals },
				places: places.sort((a, b) => (b.datum?.value ?? -Infinity) - (a.datum?.value ?? -Infinity) || (a.code < b.code ? -1 : 1)),
				whole: whole && datumOf(indicator, whole)
			};
		});
}
