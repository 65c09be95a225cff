import type { Account } from '#lib/core/account/account.ts';
import type { Sheet } from '#lib/core/idea/board.ts';
import { wordsOf, type Words } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { IdeaError, moveIdea } from '#lib/server/db/living/idea-moves.ts';
import type { OfficeIdea } from '#lib/server/db/living/ideas.ts';
import { reserve } from '#lib/server/db/living/projects.ts';
import { fieldOf } from '../../../send/sent.server.ts';

/** Sheets an idea can become, those of its own chain first; value as `model:chain`. */
export async function sheetsFor({ chain }: OfficeIdea, words: Words) {
	const { models } = await currentApp().releases.current.projects();
	const { chains } = currentApp().releases.current.snapshot;
	const named = new Map(chains.map(({ id, name }) => [id, words.of(name)]));
	const all = models.flatMap((model) =>
		model.chains.map((id) => ({ value: `${model.id}:${id}`, name: words.of(model.name), chain: named.get(id) ?? id, isOwn: id === chain }))
	);
	return all.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}

/** Communes of the province of an idea by name: a project is reserved in one. */
export async function communesOf({ province, commune }: OfficeIdea, words: Words) {
	if (province === null) return [];
	const communes = await currentApp().releases.current.bank.territories.list({ level: 'commune', parent: province });
	return communes.map(({ code, name }) => ({ code, name: words.of(name), isChosen: code === commune }));
}

/**
 * Makes a winning idea a project in progress: reserves its sheet in its commune, then moves the idea, whose sender is told the code of the
 * reservation. False when the sheet or the commune is none, or the idea has no province.
 */
export async function makeSheet(account: Account, idea: OfficeIdea, form: FormData, note: string | null): Promise<boolean> {
	const { living } = currentApp();
	if (idea.status !== 'winner') return false;
	const sheet = await sheetOf(fieldOf(form, 'sheet'));
	const commune = await communeOf(fieldOf(form, 'commune'), idea.province);
	if (!sheet || commune === null || idea.province === null) throw new IdeaError('no-sheet');
	const { region, province, members, language, channel, meeting } = idea;
	const { code } = await reserve(living, account, {
		...{ model: sheet.model, chain: sheet.chain, region, province, commune, members, language, channel, meeting },
		planned: null,
		contact: null,
		texts: {},
		idea: idea.id
	});
	const { t } = await wordsOf(language);
	const words = [note, code === null ? null : t('office-ideas.sheet.code', { code })].filter((part) => part !== null);
	return moveIdea(living, account, idea.id, { to: 'project-sheet', sheet }, words.join('\n') || null);
}

async function sheetOf(text: string): Promise<Sheet | null> {
	const [id, chain = ''] = text.split(':');
	const { models } = await currentApp().releases.current.projects();
	const model = models.find((one) => one.id === id);
	return model?.chains.includes(chain) ? { model: model.id, chain } : null;
}

async function communeOf(code: string, province: string | null): Promise<string | null> {
	const found = await currentApp().releases.current.bank.territories.find(code);
	return found?.level === 'commune' && found.parent === province ? found.code : null;
}
