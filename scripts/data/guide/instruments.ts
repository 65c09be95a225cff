import { INSTRUMENT_KINDS, SOFT_CONDITIONS, STAGES, type Instrument, type Reading, type SoftCondition } from '#lib/core/support/instrument.ts';
import { byKey, rowsOf, textsOf, type Row } from '../rows.ts';
import { FOLDERS } from '../sources.ts';
import { bodyOf, readBodies } from './bodies.ts';
import { confidenceOf, listOf, listOfKnown, oneOf, optionalOneOf, optionalTexts, vintageOf } from './cells.ts';
import { checkRule } from './check-rule.ts';
import { RULES, SUPPORT } from './folders.ts';

/** Codes that the rules may name. */
interface Codes {
	readonly territories: ReadonlySet<string>;
	readonly chains: ReadonlySet<string>;
	/** Each branch with itself and the branches below it. */
	readonly branches: ReadonlyMap<string, readonly string[]>;
}

/** A list that exists but that no source spells out. */
const UNLISTED = 'unlisted';
/** «Pays for no whole investment»: for a part of it only. */
const NONE = 'none';

/** Every instrument, in the order of `funding.csv`. Throws when a rule contradicts the row it reads or when one of the two is missing. */
export function readInstruments(root: string): Instrument[] {
	const rules = byKey(rowsOf(root, `${RULES}/funding_rules.csv`), 'id');
	const texts = byKey(rowsOf(root, `${SUPPORT}/funding_texts.csv`), 'id');
	const bodies = readBodies(root);
	const codes = readCodes(root);
	return rowsOf(root, `${SUPPORT}/funding.csv`).map((row) => {
		const id = row.text('id');
		const rule = rules.get(id) ?? row.fail(`${id} has no row in funding_rules.csv.`);
		const said = texts.get(id) ?? row.fail(`${id} has no row in funding_texts.csv.`);
		checkRule(row, rule);
		return { id, ...describedBy(row, said, bodies), ...conditionsOf(rule, codes), ...moneyOf(rule), reading: readingOf(rule, codes) };
	});
}

function describedBy(row: Row, said: Row, bodies: ReadonlyMap<string, Row>) {
	return {
		name: textsOf(said, 'name'),
		operatorText: bodyOf(row, 'operator', bodies),
		purpose: textsOf(said, 'purpose'),
		who: textsOf(said, 'who'),
		conditions: optionalTexts(said, 'key_conditions'),
		contact: optionalTexts(said, 'contact'),
		territoryText: textsOf(said, 'territory'),
		statusText: textsOf(said, 'status'),
		vintage: vintageOf(row),
		confidence: confidenceOf(row),
		url: row.optional('source_url')
	};
}

function conditionsOf(rule: Row, codes: Codes) {
	return {
		kind: oneOf(rule, 'kind', INSTRUMENT_KINDS),
		forCooperatives: oneOf(rule, 'for_cooperatives', ['yes', 'no', 'unconfirmed', 'indirect']),
		opening: oneOf(rule, 'opening', ['open', 'unconfirmed', 'closed']),
		stages: listOfKnown(rule, 'stages', STAGES),
		maxAgeYears: rule.optionalNumber('max_age_years'),
		minWomenShare: rule.optionalNumber('min_women_share'),
		minYouthShare: rule.optionalNumber('min_youth_share'),
		minWomenOrYouthShare: rule.optionalNumber('min_women_or_youth_share'),
		branches: codesOf(rule, 'branches')?.flatMap((code) => branchWithSubBranches(rule, code, codes)) ?? null,
		chains: knownCodes(rule, 'chains', codes.chains),
		territories: knownCodes(rule, 'territories', codes.territories),
		setting: optionalOneOf(rule, 'setting', ['rural', 'urban']),
		minInvestmentMad: rule.optionalNumber('min_investment_mad'),
		maxInvestmentMad: rule.optionalNumber('max_investment_mad'),
		maxTurnoverMad: rule.optionalNumber('max_turnover_mad')
	} satisfies Partial<Instrument>;
}

function moneyOf(rule: Row) {
	return {
		ceilingMad: rule.optionalNumber('ceiling_mad'),
		ceilingPer: optionalOneOf(rule, 'ceiling_per', ['project', 'hectare', 'head']),
		rate: rule.optionalNumber('rate'),
		rateHigh: rule.optionalNumber('rate_high'),
		interest: rule.optionalNumber('interest'),
		ownShare: rule.optionalNumber('own_share'),
		isExPost: oneOf(rule, 'ex_post', ['yes', 'no']) === 'yes',
		group: rule.optional('group'),
		order: rule.number('order')
	} satisfies Partial<Instrument>;
}

function readingOf(rule: Row, codes: Codes): Reading {
	return {
		meantFor: optionalOneOf(rule, 'meant_for', ['women', 'youth']),
		soft: listOfKnown(rule, 'soft', SOFT_CONDITIONS),
		ageFreeBranches: listOf(rule, 'age_free_branches').flatMap((code) => branchWithSubBranches(rule, code, codes)),
		wholeChains: rule.optional('whole_chains') === NONE ? [] : knownCodes(rule, 'whole_chains', codes.chains),
		ownShareKind: optionalOneOf(rule, 'own_share_kind', ['own-funds', 'contribution', 'rest'])
	};
}

/** What a list that nobody spells out must be called, so that it refuses nobody. */
const SOFTENED: Readonly<Record<string, SoftCondition>> = { branches: 'sector', chains: 'sector', territories: 'territory' };

/** The codes of a cell: null when it is empty (all), none when the list exists but is not spelled out; throws when that would refuse everybody. */
function codesOf(rule: Row, column: string): string[] | null {
	if (rule.optional(column) === UNLISTED) {
		const condition = SOFTENED[column];
		return condition && listOf(rule, 'soft').includes(condition) ? [] : rule.fail(`«${column}» is unlisted and not soft: it would refuse everybody.`);
	}
	return rule.optional(column) === null ? null : listOf(rule, column);
}

function knownCodes(rule: Row, column: string, known: ReadonlySet<string>): string[] | null {
	const codes = codesOf(rule, column);
	const stranger = codes?.find((code) => !known.has(code));
	return stranger === undefined ? codes : rule.fail(`«${column}» names ${stranger}, which does not exist.`);
}

function branchWithSubBranches(rule: Row, code: string, { branches }: Codes): readonly string[] {
	return branches.get(code) ?? rule.fail(`there is no branch ${code}.`);
}

function readCodes(root: string): Codes {
	const sectors = rowsOf(root, `${FOLDERS.sectors}/sectors.csv`);
	const below = Map.groupBy(sectors, (row) => row.optional('parent') ?? '');
	const branches = sectors.map((row): [string, string[]] => {
		const code = row.text('code');
		return [code, [code, ...(below.get(code) ?? []).map((child) => child.text('code'))]];
	});
	const places = ['regions', 'provinces'].flatMap((table) => rowsOf(root, `${FOLDERS.census}/${table}.csv`));
	return {
		territories: new Set(places.map((row) => row.text('iso_3166_2'))),
		chains: new Set(rowsOf(root, `${FOLDERS.sectors}/value_chains.csv`).map((row) => row.text('id'))),
		branches: new Map(branches)
	};
}
