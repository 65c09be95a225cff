import { error, type RequestEvent } from '@sveltejs/kit';
import type { Account } from '#lib/core/account/account.ts';
import { covers, may } from '#lib/core/account/actor.ts';
import { languageOf } from '#lib/core/text/text.ts';
import { type Words, wordsOf } from '#lib/i18n/words.ts';
import { currentApp, type App } from '#lib/server/app.ts';
import { findImport, type Import } from '#lib/server/db/living/imports.ts';
import { namesIn, type NamesInWords } from '#lib/server/names.ts';
import { allowedIn } from '../guard.server.ts';

type Event = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/** Who asks, in which words, and what the server holds. */
export interface Asked {
	readonly app: App;
	readonly account: Account;
	readonly words: Words;
	readonly names: NamesInWords;
	/** Whether he may send, enter, undo and remove: a file is one for the whole nation. */
	readonly isNational: boolean;
	/** Address of the section in his language. */
	readonly root: string;
}

/** Who is at the import of the register. Throws 403, or leads to the door. */
export async function askedIn(event: Event): Promise<Asked> {
	const account = await allowedIn(event, 'review-register');
	const language = languageOf(event.params['lang']);
	const words = await wordsOf(language);
	const app = currentApp();
	const names = await namesIn(app.releases.current, words);
	const isNational = may(account, 'import-register') && covers(account, null);
	return { app, account, words, names, isNational, root: `/${language}/office/import` };
}

/** The same for what is his who sees the nation. Throws 403 with a sentence for anybody else. */
export async function nationalIn(event: Event): Promise<Asked> {
	const asked = await askedIn(event);
	if (!asked.isNational) error(403, asked.words.t('import.nation'));
	return asked;
}

/** The import of the address. Throws 404 with a sentence when there is none in the regions of who asks. */
export async function importAt({ app, account, words }: Asked, { params }: Event): Promise<Import> {
	const found = await findImport(app.living, account, params['id'] ?? '');
	if (!found) error(404, words.t('import.unknown'));
	return found;
}
