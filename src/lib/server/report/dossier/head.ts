import { lowestCover } from '#lib/core/finance/alerts.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Fact } from './blocks.ts';
import { amount, money, percent, type Telling } from './telling.ts';

/** Longest title that is printed, in characters: a name, not a page. */
const LONGEST_TITLE = 120;

/** The head of the first page, and what stands under every page. */
export interface Head {
	readonly brand: string;
	readonly kind: string;
	readonly title: string;
	/** The model, when the holder gave the project a name of its own. */
	readonly model: string;
	readonly place: string;
	readonly sector: string;
	readonly facts: readonly Fact[];
	readonly notice: {
		readonly title: string;
		readonly text: string;
		readonly grade: string;
		readonly gradeText: string;
		readonly gradeDetail: string;
	};
	readonly statement: string;
	readonly independent: string;
	readonly version: string;
}

/** What the dossier is called: as the holder typed it, in one line without marks of direction, else the name of the model. */
export function titleOf({ dossier, words }: Telling): string {
	const typed = (dossier.title ?? '').replace(/[\s\u200e\u200f\u2066-\u2069]+/g, ' ').trim();
	if (typed === '') return words.of(dossier.model.name);
	const characters = [...typed];
	return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : typed;
}

/** Title, key figures and what must be said on the first page before anything else. */
export function headOf(telling: Telling): Head {
	const { dossier, words } = telling;
	const { t, of } = words;
	const { model, place, sector, release, date } = dossier;
	const title = titleOf(telling);
	const name = of(model.name);
	return {
		brand: t('dossier.brand'),
		kind: t('dossier.title'),
		title,
		model: title === name ? '' : name,
		// A province is often called as its seat is: the name is said once.
		place: place === null ? '' : [...new Set(place.names.map(of))].join(' · '),
		sector: sector === null ? '' : of(sector.name),
		facts: facts(telling),
		notice: {
			title: t('dossier.notice'),
			text: t('dossier.notice.text'),
			grade: model.grade,
			gradeText: t('dossier.grade', { grade: model.grade }),
			gradeDetail: t('dossier.grade.detail', {
				critical: percent(words, model.criticalAnchored),
				value: percent(words, model.valueAnchored)
			})
		},
		statement: t('app.statement'),
		independent: t('app.independent'),
		version: t('dossier.version', {
			release: `\u2068${release.id}\u2069`,
			method: release.method,
			date: formatPublished(words.language, date)
		})
	};
}

function facts({ dossier, words }: Telling): Fact[] {
	const { t } = words;
	const { capex, capital, grossPerMember, breakEvenShare, breakEvenRevenue } = dossier.evaluation;
	return [
		{
			label: t('dossier.fact.investment'),
			value: amount(words, capex),
			note: t('dossier.fact.investment.note', { value: money(words, capital) })
		},
		{ label: t('dossier.fact.member'), value: amount(words, grossPerMember), note: t('dossier.fact.member.note') },
		{
			label: t('dossier.fact.break-even'),
			value: percent(words, breakEvenShare),
			note: t('dossier.fact.break-even.note', { value: money(words, breakEvenRevenue) })
		},
		coverFact(words, dossier.evaluation.loan, dossier.shared.rules.leastDebtCover)
	];
}

function coverFact({ t, n }: Words, loan: Parameters<typeof lowestCover>[0], least: number): Fact {
	const lowest = lowestCover(loan);
	if (lowest === null) return { label: t('dossier.fact.cover'), value: '–', note: t('dossier.fact.cover.none') };
	return {
		label: t('dossier.fact.cover'),
		value: n(lowest.cover, 2),
		note: t('dossier.fact.cover.note', { least: n(least, 1) })
	};
}
