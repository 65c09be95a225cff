import type { Trigger, TriggerKind, TriggerTest } from '#lib/core/project/trigger.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { rowsOf, textsOf, type Row } from '../rows.ts';
import { FOLDERS } from '../sources.ts';
import type { RawModel } from './economic-models.ts';

const KINDS: readonly TriggerKind[] = ['resource', 'need', 'market', 'saturation', 'infrastructure', 'people', 'climate'];

/** What the subjects of triggers are checked against. */
export interface TriggerFacts {
	readonly models: readonly RawModel[];
	readonly chains: readonly Chain[];
	/** Indicators with a figure for every province, or nearly so, that communes have or inherit. */
	readonly indicators: ReadonlySet<string>;
	/** National figure per indicator: a line that says «national» must be it. */
	readonly national: ReadonlyMap<string, number>;
}

/** Triggers per model, in the order of the strings they stand for. Throws when a string has no row, a row no string, or a test no sense. */
export function readTriggers(root: string, facts: TriggerFacts): Map<string, Trigger[]> {
	const rows = rowsOf(root, `${FOLDERS.projectRules}/triggers.csv`);
	checkStrings(rows, facts.models);
	const byModel = Map.groupBy(rows, (row) => row.text('model'));
	return new Map([...byModel].map(([model, own]) => [model, own.map((row) => triggerOf(row, facts))]));
}

/** The ids must count the strings of each model, and the sources be those strings. */
function checkStrings(rows: readonly Row[], models: readonly RawModel[]): void {
	const expected = models.flatMap(({ id, triggers }) => triggers.map((source, index) => `${id}-${index + 1} ${source}`));
	const found = rows.map((row) => `${row.text('id')} ${row.text('source')}`);
	rows.forEach((row, index) => {
		if (found[index] !== expected[index]) row.fail(`«source» is «${found[index]}» where the models say «${expected[index] ?? 'nothing more'}».`);
	});
	if (expected.length > found.length) throw new Error(`triggers.csv has no row for «${expected[found.length]}».`);
}

function triggerOf(row: Row, facts: TriggerFacts): Trigger {
	const kind = KINDS.find((known) => known === row.text('kind')) ?? row.fail(`«kind» is unknown: ${row.text('kind')}.`);
	const test = testOf(row, facts);
	const isRequired = row.text('required') === 'yes';
	if (isRequired && !isGate(test, row.text('model'), facts.chains)) {
		row.fail(`«required» is yes, but only the coast or a documented chain of a model that serves resource chains alone can be a gate.`);
	}
	return { id: row.text('id'), kind, text: textsOf(row), isRequired, test };
}

/** A project may be refused for want of its own resource or of the sea, never for what nobody knows or money can buy. */
function isGate(test: TriggerTest, model: string, chains: readonly Chain[]): boolean {
	if (test.kind === 'coast') return true;
	const own = chains.filter(({ models }) => models.includes(model));
	return test.kind === 'documented' && own.some(({ id }) => id === test.chain) && own.every(({ type }) => type === 'resource');
}

function testOf(row: Row, facts: TriggerFacts): TriggerTest {
	const kind = row.text('test');
	if (kind === 'documented') return { kind, chain: chainOf(row, facts), km: row.number('km') };
	if (kind === 'indicator') return indicatorTest(row, facts);
	if (kind === 'town') return { kind, people: row.number('value'), km: row.number('km') };
	if (kind === 'cooperatives') return { kind, operator: atLeast(row), value: row.number('value') };
	if (kind === 'coast') return { kind, km: row.number('km') };
	return kind === 'on-site' ? { kind } : row.fail(`«test» is unknown: ${kind}.`);
}

function chainOf(row: Row, { chains }: TriggerFacts): string {
	const chain = row.text('subject');
	return chains.some(({ id }) => id === chain) ? chain : row.fail(`«subject» is no value chain: ${chain}.`);
}

function indicatorTest(row: Row, { indicators, national }: TriggerFacts): TriggerTest {
	const indicator = row.text('subject');
	if (!indicators.has(indicator)) row.fail(`«subject» is no indicator that the score reads: ${indicator}.`);
	const value = row.number('value');
	if (row.text('basis') === 'national' && national.get(indicator) !== value) {
		row.fail(`«value» is ${value}, the national figure of ${indicator} is ${national.get(indicator) ?? 'not published'}.`);
	}
	const operator = row.text('operator');
	if (operator !== 'at-least' && operator !== 'at-most') return row.fail(`«operator» is unknown: ${operator}.`);
	return { kind: 'indicator', indicator, operator, value };
}

const atLeast = (row: Row): 'at-least' => (row.text('operator') === 'at-least' ? 'at-least' : row.fail(`«operator» is not at-least: ${row.text('operator')}.`));
