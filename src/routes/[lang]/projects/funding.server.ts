import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Holder } from '#lib/core/recommendation/profile.ts';
import { bringsMoney } from '#lib/core/support/amount.ts';
import type { Instrument } from '#lib/core/support/instrument.ts';
import { matchFunding } from '#lib/core/support/match-funding.ts';
import type { FundingQuestion, Match } from '#lib/core/support/match.ts';
import { settingOf } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** Who asks for money, where. */
export interface Asker {
	readonly holder: Holder | null;
	readonly money: number | null;
	/** Codes from the place up to its region; empty without a place. */
	readonly territories: readonly string[];
	readonly setting: 'rural' | 'urban' | null;
}

/** Doubts about an instrument itself, and not about an answer that is missing. */
const IN_DOUBT = ['status', 'cooperative-eligibility'] as const;

/** How many instruments bring money to a sheet: those open as far as sources say, and those to be asked about. */
export interface FundingCount {
	readonly open: number;
	readonly unconfirmed: number;
}

/**
 * Instruments that bring money and are closed to a model by no condition one knows; what nobody has said counts against none. Who
 * does not say whether a cooperative stands already is counted what is there for either.
 */
export function fundingCountOf(
	instruments: readonly Instrument[],
	model: EconomicModel,
	evaluation: Evaluation,
	asker: Asker
): FundingCount {
	const states = stagesOf(asker.holder).flatMap((stage) => {
		const { matches } = matchFunding(instruments.filter(bringsMoney), { ...questionOf(model, evaluation, asker), ...stage });
		return matches.filter(({ verdict }) => verdict !== 'refused');
	});
	const isOpen = ({ unknowns }: Match): boolean => !IN_DOUBT.some((doubt) => unknowns.includes(doubt));
	const open = new Set(states.filter(isOpen).map(({ instrument }) => instrument.id));
	const all = new Set(states.map(({ instrument }) => instrument.id));
	return { open: open.size, unconfirmed: all.size - open.size };
}

const STANDING = { legalForm: 'cooperative', stage: 'operation' } as const;
const FOUNDING = { legalForm: 'not-yet', stage: 'creation' } as const;

function stagesOf(holder: Holder | null): readonly Pick<FundingQuestion, 'legalForm' | 'stage'>[] {
	if (holder === null) return [FOUNDING, STANDING];
	return [holder === 'cooperative' ? STANDING : FOUNDING];
}

type Asked = Omit<FundingQuestion, 'legalForm' | 'stage'>;

function questionOf(model: EconomicModel, { capex, workingCapital, full }: Evaluation, asker: Asker): Asked {
	const { holder, money, territories, setting } = asker;
	return {
		ageYears: null,
		members: model.members,
		womenShare: holder === 'women' ? 1 : null,
		youthShare: holder === 'youth' ? 1 : null,
		branch: model.branch,
		chain: model.chains[0] ?? null,
		territories,
		setting,
		investmentMad: capex,
		workingCapitalMad: workingCapital,
		turnoverMad: full.revenue,
		ownMoneyMad: money
	};
}

/** A place as funding looks at it: its territories from itself up to the region, and for a commune whether it is a town. */
export async function askedFrom({ bank }: OpenedRelease, place: string | null): Promise<Pick<Asker, 'territories' | 'setting'>> {
	if (place === null) return { territories: [], setting: null };
	const line = await bank.territories.line(place);
	return { territories: line.map(({ code }) => code), setting: line[0] ? settingOf(line[0]) : null };
}
