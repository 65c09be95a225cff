import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { QUESTIONS, type Question } from '#lib/core/import/import.ts';
import { LONGEST_TEXT } from '#lib/core/register/clean-text.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import { ImportConflict } from '#lib/server/db/living/imports.ts';
import type { Answer, Reviewed } from '#lib/server/import/review.ts';
import type { Asked } from './asked.server.ts';

/** What a form of the review comes to: how many rows it wrote, or why it wrote none. */
export interface Told {
	readonly issue?: string;
	/** The question and text it was about, so that the issue stands beside it. */
	readonly about?: string;
	readonly typed?: string;
	readonly rows?: number;
}

/** Answers what a form asks about rows of import `id`. */
export async function decideFrom(event: Pick<RequestEvent, 'request'>, id: string, asked: Asked): Promise<Told | ActionFailure<Told>> {
	const form = await event.request.formData();
	const text = (name: string): string => String(form.get(name) ?? '');
	const question = QUESTIONS.find((one) => one === text('question'));
	const about = `${text('question')} ${text('text') || text('line')}`;
	if (question === undefined) return fail(422, { issue: asked.words.t('import.issue.no-answer'), about });
	const typed = text('other').slice(0, LONGEST_TEXT).trim();
	const named = question === 'place' && typed !== '' ? await placeNamed(typed, asked) : { code: typed || text('answer') };
	if ('issue' in named) return fail(422, { issue: named.issue, about, typed });
	return written(asked, { about, typed }, () =>
		asked.app.imports.decide(asked.account, id, { question, answer: named.code, which: whichOf(text) })
	);
}

function whichOf(text: (name: string) => string): Answer['which'] {
	if (text('all') !== '') return 'all';
	return text('line') === '' ? { text: text('text') } : { line: Number(text('line')) };
}

/** Runs a deed of the review and puts what stands against it into words. */
export async function written(asked: Asked, told: Told, deed: () => Promise<Reviewed>): Promise<Told | ActionFailure<Told>> {
	const { t, n } = asked.words;
	try {
		const outcome = await deed();
		if (outcome.ok) return { rows: outcome.rows };
		return fail(422, { ...told, issue: t(`import.issue.${outcome.issue}`, { limit: n(LONGEST_TEXT) }) });
	} catch (thrown) {
		if (thrown instanceof ImportConflict) return fail(409, { ...told, issue: t('import.conflict') });
		throw thrown;
	}
}

/** The commune or province that somebody typed, by its code or its whole name; what is wrong in one sentence otherwise. */
async function placeNamed(typed: string, { app, words }: Asked): Promise<{ code: string } | { issue: string }> {
	const { territories } = app.releases.current.bank;
	const coded = await territories.find(typed.toUpperCase());
	if (coded && coded.level !== 'region') return { code: coded.code };
	const key = searchKey(typed);
	const found = (await territories.list({ search: typed })).filter(
		({ level, name, aliases }) => level !== 'region' && [...Object.values(name), ...aliases].some((spelling) => searchKey(spelling) === key)
	);
	const [only, ...others] = found;
	if (only === undefined) return { issue: words.t('import.issue.unknown-place', { typed }) };
	if (others.length === 0) return { code: only.code };
	const places = found.slice(0, SHOWN).map(({ code, name }) => `${words.of(name)} ${code}`);
	return { issue: words.t('import.issue.several-places', { typed, places: words.clauses(places) }) };
}

/** Places of one name that are listed. */
const SHOWN = 8;

/** The question of an address; null when it names none. */
export const questionOf = (asked: string | null): Question | null => QUESTIONS.find((one) => one === asked) ?? null;
