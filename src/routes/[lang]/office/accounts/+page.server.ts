import { fail } from '@sveltejs/kit';
import { ROLES, type Role } from '#lib/core/account/actor.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import {
	AccountError,
	changeRole,
	createAccount,
	findAccount,
	INVITATION_DAYS,
	inviteAgain,
	listAccounts,
	setActive
} from '#lib/server/db/living/accounts.ts';
import { namesIn } from '#lib/server/names.ts';
import { allowedIn } from '../guard.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	await allowedIn(event, 'manage-accounts');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const regions = (await releases.current.bank.territories.list()).filter(({ level }) => level === 'region');
	return {
		accounts: (await listAccounts(living)).map(({ id, email, name, role, regions: seen, active, ready }) => ({
			id,
			email,
			name,
			role,
			regionCodes: seen === 'all' ? [] : seen,
			regions: seen === 'all' ? null : seen.map((code) => names.name('territory', code) ?? code),
			state: !active ? ('off' as const) : ready ? ('active' as const) : ('invited' as const)
		})),
		regions: regions.map(({ code, name }) => ({ code, name: words.of(name) })),
		roles: ROLES,
		days: INVITATION_DAYS
	};
};

/** Runs an action of an administrator; what is wrong is said in a sentence, with what was typed. */
async function answered<T>(event: RequestEvent, act: (form: FormData) => Promise<T>) {
	const { t } = await wordsAsked(event.params.lang);
	const form = await event.request.formData();
	try {
		return { ok: true as const, result: await act(form) };
	} catch (thrown) {
		if (!(thrown instanceof AccountError)) throw thrown;
		const typed = {
			email: textOf(form, 'email'),
			name: textOf(form, 'name'),
			role: textOf(form, 'role'),
			regions: form.getAll('regions').map(String)
		};
		return { ok: false as const, failure: fail(422, { issue: t(`accounts.fault.${thrown.fault}`), typed }) };
	}
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').slice(0, 300);

/** The link an invitation is sent as; shown once, sent by whoever made it. */
const linkOf = ({ params, url }: RequestEvent, invitation: string): string =>
	`${url.origin}/${params.lang}/office/invitation/${invitation}`;

export const actions: Actions = {
	create: async (event) => {
		const actor = await allowedIn(event, 'manage-accounts');
		const told = await answered(event, async (form) => {
			const [email, name, role] = [textOf(form, 'email'), textOf(form, 'name'), textOf(form, 'role') as Role];
			const regions = await knownRegions(form);
			const { invitation } = await createAccount(currentApp().living, actor, { email, name, role, regions });
			return { email, link: linkOf(event, invitation) };
		});
		return told.ok ? { invited: told.result } : told.failure;
	},
	invite: async (event) => {
		const actor = await allowedIn(event, 'manage-accounts');
		const told = await answered(event, async (form) => {
			const { living } = currentApp();
			const id = textOf(form, 'id');
			const invitation = await inviteAgain(living, actor, id);
			return { email: (await findAccount(living, id))?.email ?? '', link: linkOf(event, invitation) };
		});
		return told.ok ? { invited: told.result } : told.failure;
	},
	role: async (event) => {
		const actor = await allowedIn(event, 'manage-accounts');
		const told = await answered(event, async (form) => {
			const role = textOf(form, 'role') as Role;
			if (!ROLES.includes(role)) throw new AccountError('bad-regions');
			await changeRole(currentApp().living, actor, textOf(form, 'id'), role, await knownRegions(form));
		});
		return told.ok ? { done: true } : told.failure;
	},
	active: async (event) => {
		const actor = await allowedIn(event, 'manage-accounts');
		const told = await answered(event, (form) =>
			setActive(currentApp().living, actor, textOf(form, 'id'), textOf(form, 'active') === 'yes')
		);
		return told.ok ? { done: true } : told.failure;
	}
};

/** The regions ticked; one the release does not know is refused. */
async function knownRegions(form: FormData): Promise<string[]> {
	const { bank } = currentApp().releases.current;
	const asked = form.getAll('regions').map(String);
	const found = await Promise.all(asked.map((code) => bank.territories.find(code)));
	if (found.some((one) => one?.level !== 'region')) throw new AccountError('bad-regions');
	return asked;
}
