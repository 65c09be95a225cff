import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Guide } from '#lib/core/support/guide.ts';
import { legalStepsFor } from '#lib/core/support/legal-route.ts';
import { matchFunding } from '#lib/core/support/match-funding.ts';
import type { FundingPlan, FundingQuestion } from '#lib/core/support/match.ts';
import { trainingPathFor } from '#lib/core/support/training-path.ts';
import { LANGUAGES, type Text } from '#lib/core/text/text.ts';
import { readGuide } from '../scripts/data/guide/guide.ts';
import { rowsOf } from '../scripts/data/rows.ts';
import { filesUnder } from './files.ts';
import { shipped } from './shipped.ts';

const DATA = join(import.meta.dirname, '../data');
const guide = shipped<Guide>('guide.json');
const instrument = (id: string) => guide.instruments.find((one) => one.id === id)!;

/** Every text in three languages below a value. */
function textsIn(node: unknown): Text[] {
	if (typeof node !== 'object' || node === null) return [];
	return isText(node) ? [node] : Object.values(node).flatMap(textsIn);
}

const isText = (node: object): node is Text => LANGUAGES.every((language) => language in node);

describe('the guide as shipped', () => {
	it('has 58 instruments, each with vintage, status, confidence and where it was read', () => {
		expect(guide.instruments).toHaveLength(58);
		for (const { vintage, statusText, confidence, url } of guide.instruments) {
			expect(vintage.trim()).not.toBe('');
			expect(statusText.ar.trim()).not.toBe('');
			expect(['high', 'medium', 'low']).toContain(confidence);
			expect(url).toMatch(/^https?:/);
		}
	});

	it('has 43 training modules and a path of ten steps through those that exist', () => {
		expect(guide.modules).toHaveLength(43);
		expect(guide.path.map(({ id }) => id)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10']);
		const ids = new Set(guide.modules.map(({ id }) => id));
		for (const { modules } of guide.path) for (const id of modules) expect(ids).toContain(id);
		for (const { modules } of guide.path) expect(modules.filter((id) => /^T9/.test(id))).toEqual([]);
	});

	it('links to materials under a non-commercial licence instead of bundling them', () => {
		const linked = guide.modules.filter(({ isLinkOnly }) => isLinkOnly).map(({ id }) => id);
		expect(linked).toEqual(['T03', 'T04a', 'T04b', 'T04c', 'T04d', 'T05', 'T06a', 'T06b', 'T06c', 'T06d']);
	});

	it('has the legal route without the steps that rest on abrogated law or on memory of it', () => {
		const ids = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '15'].map((number) => `L${number}`);
		expect(guide.steps.map(({ id }) => id)).toEqual(ids);
		expect(JSON.stringify(guide.steps)).not.toMatch(/620|commissaire aux comptes|auditor/i);
	});

	it('says that five founders rest on a secondary source', () => {
		expect(guide.steps[0]).toMatchObject({ status: 'secondary', phase: 'before' });
		expect(guide.steps.filter(({ status }) => status === 'recalled').map(({ id }) => id)).toEqual(['L09', 'L10']);
	});

	it('says everything in Arabic, French and English, and Arabic in Arabic letters', () => {
		const texts = textsIn(guide);
		expect(texts.length).toBeGreaterThan(600);
		expect(texts.filter((text) => LANGUAGES.some((language) => text[language].trim() === ''))).toEqual([]);
		const latin = texts.map(({ ar }) => ar).filter((text) => /[A-Za-z]/.test(text) && !/[\u0600-\u06FF]/.test(text));
		// Names of programmes and an address that have no Arabic form.
		const named = /^(Accelerate\.COOP – \w+\.COOP|CoopLab \/ BootCoop|forsa\.ma)$/;
		expect([...new Set(latin)].filter((text) => !named.test(text))).toEqual([]);
	});

	it('counts no envelope, threshold or example as a ceiling: the tax exemption, the charter and the aquaculture fund have none', () => {
		for (const id of ['F19', 'F20', 'F21', 'F31', 'F40']) expect(instrument(id).ceilingMad).toBeNull();
	});

	it('calls open only what a source of 2025 or 2026, or its own status, says is in force', () => {
		const words = new Map(rowsOf(DATA, 'bank/support/2026/funding.csv').map((row) => [row.text('id'), row.text('status_2025_26')]));
		const silent = guide.instruments
			.filter(
				({ id, opening }) => opening === 'open' && !/active|in force|opened|operational|2022-2026|reference rate/i.test(words.get(id)!)
			)
			.map(({ id }) => id);
		expect(silent).toEqual([]);
		expect(guide.instruments.filter(({ opening }) => opening === 'closed').map(({ id }) => id)).toEqual(['F10', 'F28', 'F29', 'F44']);
	});
});

/** A planner's case, as it stands in `src/lib/core/support/scenarios`. */
interface Scenario {
	readonly title: string;
	readonly why: readonly string[];
	readonly question: FundingQuestion;
	readonly expected: {
		readonly eligible: readonly string[];
		readonly unknowns: Readonly<Record<string, readonly string[]>>;
		readonly refused: Readonly<Record<string, readonly string[]>>;
		readonly amounts: Readonly<Record<string, number | null>>;
		readonly own: Readonly<Record<string, number | null>>;
		readonly plan: FundingPlan;
		readonly path: { readonly before: readonly string[]; readonly now: readonly string[] };
		readonly nextStep: string;
	};
}

const scenarios = filesUnder(['src/lib/core/support/scenarios'])
	.filter((file) => file.endsWith('.json'))
	.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Scenario);

describe.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_, { question, expected }) => {
	const answer = matchFunding(guide.instruments, question);
	const match = (id: string) => answer.matches.find((one) => one.instrument.id === id)!;

	it('can count on these, in this order', () => {
		expect(answer.matches.filter(({ verdict }) => verdict === 'eligible').map((one) => one.instrument.id)).toEqual(expected.eligible);
	});

	it('has to ask about these, and reads what is not known', () => {
		for (const [id, unknowns] of Object.entries(expected.unknowns)) {
			expect([id, match(id).verdict, match(id).unknowns]).toEqual([id, 'check', unknowns]);
		}
	});

	it('reads why these are out of reach', () => {
		for (const [id, reasons] of Object.entries(expected.refused)) {
			expect([id, match(id).verdict, match(id).refusals.map(({ reason }) => reason)]).toEqual([id, 'refused', reasons]);
		}
	});

	it('reads how much each could bring and what it asks of the group', () => {
		for (const [id, amount] of Object.entries(expected.amounts)) expect([id, match(id).amountMad]).toEqual([id, amount]);
		for (const [id, own] of Object.entries(expected.own)) expect([id, match(id).ownMad]).toEqual([id, own]);
	});

	it('has this plan', () => {
		expect(answer.plan).toEqual(expected.plan);
	});

	it('learns this now, and takes this legal step next', () => {
		const path = trainingPathFor(guide, [], { stage: question.stage, model: null, has: [] });
		for (const when of ['before', 'now'] as const) {
			expect(path.filter((item) => item.when === when).map(({ id }) => id)).toEqual(expected.path[when]);
		}
		const next = legalStepsFor(guide.steps, question.stage).find(({ state }) => state === 'next');
		expect(next?.step.id).toBe(expected.nextStep);
	});
});

describe('the build of the guide refuses', () => {
	let copy = '';
	afterEach(() => rmSync(copy, { recursive: true, force: true }));

	/** The guide read from a copy of the data in which one cell differs. */
	const readWith = (path: string, change: (text: string) => string): Guide => {
		copy = mkdtempSync(join(tmpdir(), 'furas-guide-'));
		for (const folder of ['bank/support', 'bank/funding_rules', 'facts/furas/sectors', 'facts/hcp/rgph']) {
			cpSync(join(DATA, folder), join(copy, folder), { recursive: true });
		}
		const before = readFileSync(join(copy, path), 'utf8');
		const after = change(before);
		if (after === before) throw new Error(`The fault was not planted in ${path}.`);
		writeFileSync(join(copy, path), after);
		return readGuide(copy);
	};
	const RULES = 'bank/funding_rules/2026/funding_rules.csv';

	it('an empty translation, and names file, row and column', () => {
		const fault = () => readWith('bank/support/2026/funding_texts.csv', (text) => text.replace(/FORSA,FORSA|برنامج فرصة/, ''));
		expect(fault).toThrow(/funding_texts\.csv row \d+: «\w+» is empty/);
	});

	it('a ceiling that is not the printed one', () => {
		expect(() => readWith(RULES, (text) => text.replace(',300000,project,0.6,', ',350000,project,0.6,'))).toThrow(
			/funding_rules\.csv row 2: «ceiling_mad» is 350000, funding\.csv prints 300000/
		);
	});

	it('a rate that is not the printed one', () => {
		expect(() => readWith(RULES, (text) => text.replace(',300000,project,0.6,', ',300000,project,0.7,'))).toThrow(
			/«rate and rate_high» is \[70\], funding\.csv prints \[60\]/
		);
	});

	it('a branch, a chain or a territory that does not exist', () => {
		expect(() => readWith(RULES, (text) => text.replace('agri_cunicole', 'agri_cuniculture'))).toThrow(
			/there is no branch agri_cuniculture/
		);
		expect(() => readWith(RULES, (text) => text.replace('MA-TIZ', 'MA-TZN'))).toThrow(/«territories» names MA-TZN, which does not exist/);
	});

	it('a list that nobody spells out and that would refuse everybody', () => {
		expect(() => readWith(RULES, (text) => text.replace(/,unlisted,([^\n]*),territory,/, ',unlisted,$1,,'))).toThrow(
			/is unlisted and not soft: it would refuse everybody/
		);
	});

	it('an instrument that nobody has read the conditions of', () => {
		expect(() => readWith(RULES, (text) => text.replace(/^F44,.*\n/m, ''))).toThrow(/F44 has no row in funding_rules\.csv/);
	});

	it('a lesson that is a step of the path itself', () => {
		expect(() => readWith('bank/funding_rules/2026/path_modules.csv', (text) => text.replace('C1,T03', 'C1,T90'))).toThrow(
			/«module» is a step of the path itself: T90/
		);
	});
});
