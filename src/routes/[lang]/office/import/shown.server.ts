import { UNKNOWN, type Question } from '#lib/core/import/import.ts';
import type { RegisterField } from '#lib/core/register/field.ts';
import { problemSentence } from '#lib/i18n/import-words.ts';
import { findRow, type Choice, type ImportedRow } from '#lib/server/db/living/import-rows.ts';
import { findEntry } from '#lib/server/db/living/register.ts';
import type { Asked } from './asked.server.ts';
import type { ShownChoice, ShownQuestion, ShownRow } from './shown.ts';

/** A row in words. */
export function shownRow(row: ImportedRow, { words, names }: Asked): ShownRow {
	const territory = (code: string): string | null => names.name('territory', code);
	const same = row.sameAs ?? (row.decisions.twin === 'same' ? row.resembles : null);
	return {
		line: row.line,
		state: row.state,
		name: row.name === '' ? null : row.name,
		number: row.number,
		place: placeOf(row, territory),
		chain: row.chain === null ? null : names.name('chain', row.chain),
		remarks: row.problems.map((problem) => ({
			sentence: problemSentence(words, problem, territory),
			isError: problem.severity === 'error'
		})),
		asks: row.state === 'review' || row.state === 'ready' ? (Object.keys(row.asks) as Question[]) : [],
		repeats: same === null ? null : repeated(same, words)
	};
}

const repeated = (same: string, { t }: Asked['words']): string =>
	same.startsWith('line:') ? t('import.row.same.line', { line: same.slice('line:'.length) }) : t('import.row.same.entry');

function placeOf(
	{ commune, province, region }: Pick<ImportedRow, 'commune' | 'province' | 'region'>,
	name: (code: string) => string | null
) {
	const [near, far] = commune ? [commune, province] : [province ?? region, null];
	if (near === null) return null;
	const wide = far === null ? null : name(far);
	return wide === null || wide === name(near) ? (name(near) ?? near) : `${name(near) ?? near} · ${wide}`;
}

/** What a question is about: the cells that ask it. */
const TOLD: Readonly<Record<Question, readonly RegisterField[]>> = {
	place: ['communeCode', 'commune', 'province', 'region'],
	chain: ['branch', 'activity'],
	point: ['commune', 'province', 'lat', 'lon', 'position'],
	twin: ['number', 'name', 'nameAr', 'nameFr', 'commune', 'province', 'created']
};

/** A question of a row of import `id` in words, with the answers there are; `rows` is how many ask the same. */
export async function shownQuestion(question: Question, row: ImportedRow, rows: number, id: string, asked: Asked): Promise<ShownQuestion> {
	const { t } = asked.words;
	const fields = rows === 1 && question === 'chain' ? [...TOLD.chain, 'name' as const] : TOLD[question];
	const told = fields.flatMap((field) => (row.cells[field] ? [{ label: t(`import.field.${field}`), text: row.cells[field] }] : []));
	const choices = await choicesOf(question, row, id, asked);
	return { question, text: row.asks[question] ?? '', rows, line: row.line, told, choices };
}

async function choicesOf(question: Question, row: ImportedRow, id: string, asked: Asked): Promise<ShownChoice[]> {
	const { t } = asked.words;
	switch (question) {
		case 'place':
			return [
				...(await Promise.all(row.choices.place.map((choice) => placeChoice(choice, asked)))),
				plain(UNKNOWN, t('import.review.unknown.place'))
			];
		case 'chain':
			return [
				...row.choices.chain.map((choice) => plain(choice.id, asked.names.name('chain', choice.id) ?? choice.id)),
				plain(UNKNOWN, t('import.review.unknown.chain'))
			];
		case 'point': {
			const [said, located] = (row.asks.point ?? '').split(' | ').map((code) => asked.names.name('territory', code) ?? code);
			return [
				plain('words', t('import.review.words', { place: said ?? '' })),
				plain('point', t('import.review.point', { place: located ?? '' }))
			];
		}
		case 'twin':
			return [
				{ id: 'same', label: t('import.review.same-one'), note: await twinOf(row, id, asked) },
				plain('other', t('import.review.other-one'))
			];
	}
}

const plain = (id: string, label: string): ShownChoice => ({ id, label, note: null });

async function placeChoice({ id, score }: Choice, { app, words }: Asked): Promise<ShownChoice> {
	const line = await app.releases.current.bank.territories.line(id);
	const label = line
		.slice(0, 2)
		.map(({ name }) => words.of(name))
		.join(' · ');
	return { id, label, note: words.t('import.review.likely', { percent: words.quantity(Math.round(score * 100), '%', 0) }) };
}

/** What a row resembles, in one line; null when it is not his to see. */
async function twinOf({ resembles }: ImportedRow, id: string, { app, account, words, names }: Asked): Promise<string | null> {
	const [kind, which] = (resembles ?? '').split(':');
	const isEntry = kind === 'entry';
	const found = isEntry ? await findEntry(app.living, which ?? '') : await findRow(app.living, account, id, Number(which));
	if (!found) return null;
	const place = placeOf(found, (code) => names.name('territory', code));
	const where = isEntry ? words.t('import.review.twin.entry') : words.t('import.line', { line: which ?? '' });
	return [where, found.name, found.number, place, found.year].filter((part) => part !== null && part !== '').join(' · ');
}
