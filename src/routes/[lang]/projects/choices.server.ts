import { PROJECT_FILTERS, type ProjectFilter, type ProjectsView, type Range } from '#lib/view/projects.ts';
import { GROUP_SIZE_RANGES, GROUP_SIZES, INVESTMENT_RANGES, INVESTMENTS, LEAST_GRADES, PAYBACKS, PERMITS } from '#lib/view/projects.ts';
import { HOLDERS } from '#lib/core/recommendation/profile.ts';
import type { Snapshot } from '#lib/core/release/snapshot.ts';
import { territoriesOf } from '#lib/core/release/snapshot.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { NamesInWords } from '#lib/server/names.ts';
import { catalogueOf } from '../server/catalogue.server.ts';

/** One thing that can be chosen. */
export interface Choice {
	readonly value: string;
	readonly name: string;
}

/** Choices under a heading; without one they stand alone. */
export interface ChoiceGroup {
	readonly label: string | null;
	readonly choices: readonly Choice[];
}

/** What each filter offers; own money is typed. */
export type Choices = Readonly<Record<Exclude<ProjectFilter, 'money'>, readonly ChoiceGroup[]>>;

/** The choices of every filter in the language of `words`; a commune that was asked for stands among the places. */
export function choicesOf(snapshot: Snapshot, names: NamesInWords, view: ProjectsView, words: Words): Choices {
	const { t, n } = words;
	const alone = (choices: readonly Choice[]): ChoiceGroup[] => [{ label: null, choices }];
	const mad = (value: number): string => t('projects.card.mad', { value: n(value) });
	const range = ({ over, to }: Range, say: (value: number) => string): string => {
		if (over === 0) return t('projects.range.upto', { to: say(to) });
		return to === Infinity ? t('projects.range.over', { over: say(over) }) : t('projects.range.between', { over: say(over), to: say(to) });
	};
	return {
		place: placesOf(snapshot, names, view.place, words),
		sector: sectorsOf(snapshot, words),
		holder: alone(HOLDERS.map((value) => ({ value, name: t(`profile.holder.${value}`) }))),
		investment: alone(INVESTMENTS.map((value) => ({ value, name: range(INVESTMENT_RANGES[value], mad) }))),
		payback: alone(PAYBACKS.map((years) => ({ value: String(years), name: t('projects.payback.most', { count: years }) }))),
		permit: alone(PERMITS.map((value) => ({ value, name: t(`projects.permit.${value}`) }))),
		funding: alone([{ value: 'open', name: t('projects.funding.open') }]),
		grade: alone(LEAST_GRADES.map((grade) => ({ value: grade, name: t('projects.grade.least', { grade }) }))),
		members: alone(GROUP_SIZES.map((value) => ({ value, name: range(GROUP_SIZE_RANGES[value], n) })))
	};
}

/** Provinces under their region, in the order of the country; before them the commune that was asked for. */
function placesOf({ levels }: Snapshot, names: NamesInWords, asked: string | null, words: Words): ChoiceGroup[] {
	const choice = (code: string): Choice => ({ value: code, name: names.name('territory', code) ?? code });
	const commune = asked !== null && levelOfCode(asked) === 'commune' ? [{ label: words.t('level.commune'), choices: [choice(asked)] }] : [];
	const provinces = territoriesOf(levels.province);
	const regions = territoriesOf(levels.region).map(({ code, name }) => ({
		label: words.of(name),
		choices: provinces.filter(({ parent }) => parent === code).map((province) => choice(province.code))
	}));
	return [...commune, ...regions];
}

const sectorsOf = (snapshot: Snapshot, words: Words): ChoiceGroup[] =>
	catalogueOf(snapshot, words, []).branches.map(({ code, name, chains }) => ({
		label: name,
		choices: [
			{ value: code, name: words.t('projects.sector.whole', { branch: name }) },
			...chains.map((chain) => ({ value: chain.id, name: chain.name }))
		]
	}));

/** A filter that asks for something, in words. */
export interface Chip {
	readonly filter: ProjectFilter;
	readonly name: string;
	readonly value: string;
}

/** The filters of a view in words. */
export function chipsOf(filters: readonly ProjectFilter[], view: ProjectsView, choices: Choices, { t, n }: Words): Chip[] {
	const valueOf = (filter: ProjectFilter): string => {
		const value = view[filter];
		if (filter === 'money') return t('projects.card.mad', { value: n(view.money) });
		const asked = value === true ? 'open' : String(value);
		const all = choices[filter].flatMap((group) => group.choices);
		return all.find((choice) => choice.value === asked)?.name ?? asked;
	};
	return PROJECT_FILTERS.filter((filter) => filters.includes(filter)).map((filter) => ({
		filter,
		name: t(`projects.filter.${filter}`),
		value: valueOf(filter)
	}));
}
