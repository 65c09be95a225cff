import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Words } from '#lib/i18n/words.ts';
import { isIn, type NamedPlace, type Places } from './directory-list.ts';

/** One project, or the total of one programme, in one language; null for what the source does not say. */
export interface ProjectLine extends Pick<
	ExistingProject,
	'id' | 'commune' | 'amountMad' | 'indhAmountMad' | 'areaM2' | 'projectsCount' | 'period' | 'source'
> {
	readonly name: string;
	/** True for the sum of many projects, which is not to be added to single ones. */
	readonly isTotal: boolean;
	readonly place: NamedPlace;
	readonly beneficiaries: string | null;
	readonly partners: string | null;
}

/** Projects and programme totals of a territory, or all when it is null, in the order of the facts. */
export function projectLines(
	projects: readonly ExistingProject[],
	{ regions, provinces }: Places,
	words: Words,
	territory: string | null
): ProjectLine[] {
	const territories = new Map([...regions, ...provinces].map((place) => [place.code, place]));
	return projects
		.filter((project) => {
			const parent = territories.get(project.territory)?.parent ?? project.territory;
			return isIn(territory, parent, project.territory);
		})
		.map((project) => {
			const { id, kind, commune, amountMad, indhAmountMad, areaM2, projectsCount, period, source } = project;
			const place = territories.get(project.territory);
			return {
				id,
				commune,
				amountMad,
				indhAmountMad,
				areaM2,
				projectsCount,
				period,
				source,
				name: words.of(project.name),
				isTotal: kind === 'programme total',
				place: { code: project.territory, name: place ? words.of(place.name) : project.territory },
				beneficiaries: project.beneficiaries && words.of(project.beneficiaries),
				partners: project.partners && words.of(project.partners)
			};
		});
}
