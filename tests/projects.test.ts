import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { METHOD_FOLDER, readMethod } from '../scripts/data/method.ts';
import { readProjectBank } from '../scripts/data/projects/bank.ts';
import { figuresOf, investmentOf } from '../scripts/data/projects/check.ts';
import { readRecords } from '../scripts/data/read.ts';
import { scoredIndicators } from '../scripts/data/tables.ts';
import type { ProjectBank } from '../src/lib/core/project/bank.ts';
import { FIGURE_STATUSES } from '../src/lib/core/project/figure.ts';
import type { EconomicModel } from '../src/lib/core/project/model.ts';
import { LANGUAGES, type Text } from '../src/lib/core/text/text.ts';
import { shipped } from './shipped.ts';

const DATA = join(import.meta.dirname, '../data');
const bank = shipped<ProjectBank>('projects.json');
const models = bank.models.filter(({ variantOf }) => variantOf === null);
const variants = bank.models.filter(({ variantOf }) => variantOf !== null);
const model = (id: string): EconomicModel => bank.models.find((known) => known.id === id)!;
const triggers = models.flatMap((known) => known.triggers);

/** Every text of a value, with the path to it. */
function textsIn(value: unknown, path = ''): [string, Text][] {
	if (value === null || typeof value !== 'object') return [];
	if ('ar' in value && 'fr' in value) return [[path, value as Text]];
	return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}.${key}`));
}

describe('the project bank as shipped', () => {
	it('holds 19 models with 276 figures, of which 225 are assumed, 13 from memory and 38 anchored', () => {
		expect(models.map(({ id }) => id)).toEqual(Array.from({ length: 19 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`));
		const statuses = models.flatMap(figuresOf).map(({ status }) => status);
		const counts = FIGURE_STATUSES.map((status) => statuses.filter((found) => found === status).length);
		expect(counts).toEqual([8, 2, 28, 13, 225]);
	});

	it('grades one model A and argan oil D: a model calibrated on a benchmark is not proved by it', () => {
		expect(models.filter(({ grade }) => grade === 'A').map(({ id }) => id)).toEqual(['M04']);
		expect(model('M03').grade).toBe('D');
		const count = (grade: string) => models.filter((known) => known.grade === grade).length;
		expect(['A', 'B', 'C', 'D'].map(count)).toEqual([1, 4, 4, 10]);
	});

	it('calls cold stores and mussels public infrastructure, and nothing else', () => {
		expect(bank.models.filter(({ isPublicInfrastructure }) => isPublicInfrastructure).map(({ id }) => id)).toEqual(['M07', 'M14', 'M15']);
	});

	it('says every text in three languages', () => {
		const silent = textsIn(bank).flatMap(([path, text]) =>
			LANGUAGES.filter((language) => !text[language]?.trim()).map((language) => `${path} ${language}`)
		);
		expect(silent).toEqual([]);
	});

	it('leaves no Arabic text without an Arabic letter, but for units, numbers and names', () => {
		const sentences = textsIn(bank).filter(([path]) =>
			/\.(name|text|note|scale|remark|basis|definition|permits\.\d+|risks\.\d+)$/.test(path)
		);
		expect(sentences.filter(([, { ar }]) => !/\p{Script=Arabic}/u.test(ar)).map(([path, { ar }]) => `${path} ${ar}`)).toEqual([]);
	});

	it('gives every model a chain, a branch, skills, triggers, risks and a permit; a variant without one needs none', () => {
		for (const known of bank.models) {
			expect(known.chains.length, known.id).toBeGreaterThan(0);
			expect(known.skills.length, known.id).toBeGreaterThan(1);
			expect(known.skills.length, known.id).toBeLessThan(5);
			expect(known.triggers.length, known.id).toBeGreaterThan(0);
			expect(known.risks.length, known.id).toBeGreaterThan(0);
		}
		expect(bank.models.filter(({ permits }) => permits.length === 0).map(({ id }) => id)).toEqual(['M19a']);
	});

	it('cites only publications it lists', () => {
		const known = new Set(bank.sources.map(({ id }) => id));
		const cited = bank.models.flatMap((each) => [
			...each.sources,
			...each.grant.sources,
			...figuresOf(each).flatMap(({ sources }) => sources)
		]);
		expect(cited.filter((id) => !known.has(id))).toEqual([]);
	});

	it('explains the 41 words of the calculator', () => {
		expect(bank.glossary).toHaveLength(41);
		expect(bank.glossary!.find(({ key }) => key === 'npv')).toMatchObject({ formula: 'sum(CF_t/(1+r)^t), t=0..N', unit: { ar: 'درهم' } });
	});

	it('shares the legal minima and the loan of reference as printed', () => {
		const { smag, smigMonth, employerCharges, loanRate, discountRate } = bank.shared;
		expect([smag, smigMonth, employerCharges, loanRate, discountRate].map(({ value }) => value)).toEqual([
			97.44, 3422.72, 0.2109, 0.0522, 0.07
		]);
		expect(loanRate.year).toBe(2025);
	});
});

describe('the triggers', () => {
	it('are the 58 strings of the models, each with an id and three texts', () => {
		expect(triggers).toHaveLength(58);
		expect(new Set(triggers.map(({ id }) => id)).size).toBe(58);
		for (const { text } of triggers) for (const language of LANGUAGES) expect(text[language]).not.toBe('');
	});

	it('are decided from the data in 30 cases, by the holder in 28', () => {
		const count = (kind: string) => triggers.filter(({ test }) => test.kind === kind).length;
		const kinds = ['documented', 'indicator', 'town', 'cooperatives', 'coast', 'on-site'];
		expect(kinds.map(count)).toEqual([19, 5, 4, 1, 1, 28]);
	});

	it('close a project only for want of its own resource or of the sea', () => {
		const required = models.flatMap((known) =>
			known.triggers.filter(({ isRequired }) => isRequired).map(({ id, test }) => ({ known, id, test }))
		);
		for (const { known, id, test } of required) {
			expect(test.kind === 'coast' || (test.kind === 'documented' && known.chains.includes(test.chain)), id).toBe(true);
		}
		const closed = new Set(required.map(({ known }) => known.id));
		expect(models.filter(({ id }) => !closed.has(id)).map(({ id }) => id)).toEqual(['M10', 'M13', 'M17', 'M18', 'M19']);
	});

	it('ask for saffron within 15 km', () => {
		expect(model('M01').triggers[0]).toMatchObject({
			id: 'M01-1',
			isRequired: true,
			test: { kind: 'documented', chain: 'saffron', km: 15 }
		});
	});

	it('take towns and market distances from the method, and minutes at 50 km/h over a road 1.3 times the straight line', () => {
		const method = readMethod(join(DATA, METHOD_FOLDER));
		const towns = triggers.flatMap(({ id, test }) => (test.kind === 'town' ? [[id, test.km] as const] : []));
		const minutes = (time: number) => Number(((time / 60) * (50 / 1.3)).toFixed(1));
		expect(towns).toEqual([
			['M05-2', minutes(90)],
			['M10-3', method.market.cutKm],
			['M13-1', minutes(60)],
			['M18-1', method.market.cutKm]
		]);
	});
});

describe('the micro variants', () => {
	it('are six parameter sets of existing models, hens, hives, sewing and couscous among them', () => {
		expect(variants.map(({ id, variantOf }) => [id, variantOf])).toEqual([
			['M02a', 'M02'],
			['M10a', 'M10'],
			['M11a', 'M11'],
			['M13a', 'M13'],
			['M17a', 'M17'],
			['M19a', 'M19']
		]);
	});

	it('cost less than 100,000 MAD and have at least five members', () => {
		for (const variant of variants) {
			expect(investmentOf(variant), variant.id).toBeLessThan(100_000);
			expect(variant.members, variant.id).toBeGreaterThanOrEqual(5);
		}
	});

	it('say of every number that is not their base model’s own that it is assumed, and why', () => {
		for (const variant of variants) {
			const base = new Map(figuresOf(model(variant.variantOf!)).map((figure) => [JSON.stringify(figure), figure]));
			const changed = figuresOf(variant).filter((figure) => !base.has(JSON.stringify(figure)));
			expect(changed.length, variant.id).toBeGreaterThan(0);
			for (const figure of changed) expect(figure, variant.id).toMatchObject({ status: 'assumed', note: { ar: expect.any(String) } });
		}
	});

	it('are graded D: what was scaled is no longer anchored', () =>
		expect(new Set(variants.map(({ grade }) => grade))).toEqual(new Set(['D'])));

	it('scale 3,000 hens to 200 in one proportion', () => {
		const ratio = (id: string) => model(id).variable.map(({ quantity }) => quantity);
		const small = ratio('M13a');
		expect(ratio('M13').map((quantity, index) => quantity / small[index]!)).toEqual([15, 15, 15, 15]);
	});
});

describe('the build refuses', () => {
	const records = readRecords(DATA);
	const scored = new Set(scoredIndicators(readMethod(join(DATA, METHOD_FOLDER))));
	let copy = '';
	afterEach(() => {
		if (copy) rmSync(copy, { recursive: true, force: true });
		copy = '';
	});

	/** What reading the bank throws after one change in one of its tables. */
	function fault(path: string, before: string | RegExp, after: string): () => void {
		copy = mkdtempSync(join(tmpdir(), 'furas-projects-'));
		cpSync(DATA, copy, { recursive: true, filter: (source) => !['built', 'facts'].includes(basename(source)) });
		const file = join(copy, path);
		const text = readFileSync(file, 'utf8');
		const changed = text.replace(before, after);
		if (changed === text) throw new Error(`The fault was not planted in ${path}.`);
		writeFileSync(file, changed);
		return () => readProjectBank(copy, records, scored);
	}
	const RULES = 'bank/projects/2026';
	const MODELS = 'bank/models/2026/economic_models.json';

	it.each([
		[
			'a trigger of an unknown chain',
			`${RULES}/triggers.csv`,
			'documented,saffron,',
			'documented,safran,',
			/triggers\.csv row 2: «subject» is no value chain: safran/
		],
		[
			'a trigger of an indicator the score does not read',
			`${RULES}/triggers.csv`,
			'activity_rate_women',
			'dam_fill_rate',
			/«subject» is no indicator that the score reads: dam_fill_rate/
		],
		[
			'a national line that is not the published figure',
			`${RULES}/triggers.csv`,
			',10.2,',
			',12,',
			/«value» is 12, the national figure of higher_education_share is 10\.2/
		],
		[
			'a trigger that is not the string of its model',
			`${RULES}/triggers.csv`,
			'crop:saffron',
			'crop:safran',
			/«source» is «M01-1 crop:safran» where the models say «M01-1 crop:saffron»/
		],
		['a gate that nobody can decide', `${RULES}/triggers.csv`, /(M01-2.*,)no,none/, '$1yes,none', /row 3: «required» is yes/],
		[
			'a place whose name is not that of its territory',
			`${RULES}/model_places.csv`,
			',MA-AZI,أزيلال,Azilal,',
			',MA-AZI,أزيلال,Azilale,',
			/«fr» is «Azilale», the name of MA-AZI is «Azilal»/
		],
		['a place in no territory', `${RULES}/model_places.csv`, ',MA-AZI,', ',MA-AZX,', /«territory» is no territory: MA-AZX/],
		['a skill nobody described', `${RULES}/model_skills.csv`, 'M02,beekeeping', 'M02,bees', /«skill» is unknown: bees/],
		['a training module that does not exist', `${RULES}/skill_modules.csv`, ',T02b', ',T99x', /«module» is no training module: T99x/],
		[
			'a permit that its model does not have',
			`${RULES}/variants.csv`,
			'law 49-99 authorisation',
			'law 49-98 authorisation',
			/«permits» is none of the base model: law 49-98/
		],
		[
			'a variant of 100,000 MAD or more',
			`${RULES}/variant_lines.csv`,
			',45000,',
			',95000,',
			/M10a costs 115000 MAD: a micro variant stays under 100000/
		],
		['a rule without its number', `${RULES}/rules.csv`, /^tax_turnover,.*\n/m, '', /rules\.csv: «tax_turnover» is missing/],
		[
			'a number that no rule reads',
			`${RULES}/rules.csv`,
			/^towns,(.*)\n/m,
			'towns,$1\nvillages,$1\n',
			/rules\.csv row \d+: no rule reads «villages»/
		],
		[
			'a range that ends before it begins',
			`${RULES}/rules.csv`,
			'radius_least,5,',
			'radius_least,500,',
			/«radius» begins at 500 and ends at 100/
		],
		['shares that are no whole', `${RULES}/rules.csv`, 'means_money,0.4,', 'means_money,0.5,', /the shares of «means» add to 1\.1, not 1/],
		['piece work of an unknown model', `${RULES}/piece_work.csv`, 'M03,', 'M93,', /piece_work\.csv row 2: «model» is unknown: M93/],
		[
			'piece work on a line its model does not have',
			`${RULES}/piece_work.csv`,
			'Crushing pay: 3 kg',
			'Crushing pay: 4 kg',
			/«item» is no variable line of M03: Crushing pay: 4 kg/
		],
		[
			'piece work on what no member is paid for',
			`${RULES}/piece_work.csv`,
			'Crushing pay: 3 kg kernels/L',
			'"Bottle, label, energy"',
			/«item» pays no work of members: Bottle, label, energy/
		],
		[
			'piece work that nobody published',
			`${RULES}/piece_work.csv`,
			'leco_argan04',
			'leco_argan',
			/«source» is no publication of the models: leco_argan\b/
		],
		['piece work that takes no time', `${RULES}/piece_work.csv`, ',1,leco', ',0,leco', /«days_per_unit» is no number of days: 0/],
		[
			'public infrastructure that is no model',
			`${RULES}/public_infrastructure.csv`,
			'M15,',
			'M95,',
			/public_infrastructure\.csv row 4: «model» is unknown: M95/
		],
		[
			'a share of the grant that the models do not print',
			`${RULES}/public_infrastructure.csv`,
			'M15,0.578',
			'M15,0.58',
			/«grant_share_npv0» is 0\.58, the models print 0\.578/
		],
		['a string of the models without a text', MODELS, '"altitude', '"Altitude', /triggers\.csv row 3/],
		['an unknown status', MODELS, '"status": "sourced"', '"status": "certain"', /economic_models\.json .* the status «certain» is unknown/],
		[
			'a figure of another status than counted',
			MODELS,
			/("v": 120000,\s+"unit": "MAD\/lot",\s+"status": )"assumed"/,
			'$1"recalled"',
			/found|is 0\.\d+, the file prints/
		],
		[
			'a note in no language',
			MODELS,
			'proxy: FDA collective-drip',
			'proxy: FDA drip',
			/M01 capex «Drip irrigation»: «proxy: FDA drip.*» has no text in three languages/
		]
	])('%s', (_, path, before, after, sentence) => expect(fault(path, before, after)).toThrow(sentence));
});
