import type { RequestEvent } from '@sveltejs/kit';
import { matchPlace, placeIndex, type PlaceIndex } from '#lib/core/register/place.ts';
import { MONTHS_KEPT, type Contact } from '#lib/core/submission/submission.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import type { NewSubmission } from '#lib/server/db/living/submissions.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import type { FormChoices, SentIssues, Typed } from './form.ts';

/** What a public form offers, in the words of its page. `at` of the address has chosen the place before, `chain` the chain. */
export async function openForm({ params, url }: Pick<RequestEvent, 'params' | 'url'>): Promise<FormChoices> {
	const words = await wordsAsked(params['lang']);
	const release = currentApp().releases.current;
	const { regions, provinces, at, commune } = await placesOf(release, words, url.searchParams.get('at') ?? '');
	const compare = new Intl.Collator(LOCALES[words.language]).compare;
	const { branches, chains } = release.snapshot;
	return {
		regions: regions.map((region) => ({
			name: region.name,
			provinces: provinces.filter(({ parent }) => parent === region.code).sort((a, b) => compare(a.name, b.name))
		})),
		branches: branches
			.map(({ code, name }) => ({
				name: words.of(name),
				chains: chains.filter(({ branch }) => branch === code).map((chain) => ({ id: chain.id, name: words.of(chain.name) }))
			}))
			.filter(({ chains: some }) => some.length > 0),
		chosen: { province: at ?? '', commune: commune ?? '', chain: url.searchParams.get('chain') ?? '' },
		months: MONTHS_KEPT
	};
}

/** What came with a form of the public: the part every kind has in common, or what is wrong with it. */
export type Sent =
	| { readonly ok: true; readonly common: Omit<NewSubmission, 'kind' | 'texts'> }
	| { readonly ok: false; readonly status: 422 | 429; readonly issues: SentIssues };

/** What a form asks for beyond the usual. */
export interface FormDemands {
	/** Somebody has to be reached. */
	readonly contact?: boolean;
	/** Code of a meeting the form was opened from, already checked. */
	readonly meeting?: string | null;
	/** A delegate types in the sheets of a meeting, one after the other: the limit is for the public. */
	readonly unlimited?: boolean;
}

/** Reads and checks the common part of a form, and counts it against the limit of its network. Nothing is kept yet. */
export async function readSent(
	event: Pick<RequestEvent, 'params' | 'getClientAddress'>,
	form: FormData,
	{ contact: needsContact = false, meeting = null, unlimited = false }: FormDemands = {}
): Promise<Sent> {
	const { limits, releases } = currentApp();
	const words = await wordsAsked(event.params['lang']);
	const issues: Record<string, string> = {};
	const place = await placeSent(releases.current, form, words, issues);
	const chain = chainSent(releases.current, form, words, issues);
	const contact = contactSent(form, words, issues);
	if (needsContact && !contact?.phone && !contact?.email) issues['phone'] ??= words.t('send.issue.contact-missing');
	checkSender(form, words, issues);
	if (Object.keys(issues).length > 0 || !place) return { ok: false, status: 422, issues };
	const seconds = unlimited ? 0 : await limits.submission.take(event.getClientAddress());
	const tooOften = words.t('send.issue.too-often', { minutes: Math.ceil(seconds / 60) });
	if (seconds > 0) return { ok: false, status: 429, issues: { form: tooOften } };
	const channel = meeting === null ? 'web' : 'meeting';
	return { ok: true, common: { ...place, chain, language: words.language, channel, meeting, contact } };
}

/** A person who agrees, and no program that fills in every field it finds. */
function checkSender(form: FormData, { t }: Words, issues: Record<string, string>): void {
	if (fieldOf(form, 'website') !== '') issues['website'] = t('send.issue.trapped');
	if (form.get('consent') !== 'yes') issues['consent'] = t('send.issue.consent-missing');
}

function chainSent({ snapshot }: OpenedRelease, form: FormData, { t }: Words, issues: Record<string, string>): string | null {
	const chain = fieldOf(form, 'chain') || null;
	const isKnown = chain === null || snapshot.chains.some(({ id }) => id === chain);
	if (!isKnown) issues['chain'] = t('send.issue.chain-unknown');
	return chain;
}

/** The fields of a form as they were typed, to fill it again; files and consent are not among them. */
export function typedIn(form: FormData): Typed {
	const entries = [...form].filter(([name, value]) => typeof value === 'string' && name !== 'consent' && name !== 'website');
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value).slice(0, 4_000)]));
}

/** One field of a form, trimmed; empty when it is missing. */
export const fieldOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

interface Option {
	readonly code: string;
	readonly name: string;
	readonly parent: string | null;
}

async function placesOf(
	release: OpenedRelease,
	words: Words,
	asked: string
): Promise<{ regions: Option[]; provinces: Option[]; at: string | null; commune: string | null }> {
	const territories = await release.bank.territories.list();
	const options = (level: string): Option[] =>
		territories.filter((one) => one.level === level).map(({ code, name, parent }) => ({ code, name: words.of(name), parent }));
	const found = territories.find(({ code }) => code === asked);
	const level = found ? levelOfCode(found.code) : null;
	const at = level === 'commune' ? found!.parent : level === 'province' ? found!.code : null;
	return { regions: options('region'), provinces: options('province'), at, commune: level === 'commune' ? words.of(found!.name) : null };
}

const indices = new WeakMap<OpenedRelease, Promise<PlaceIndex>>();

/** The index of names of a release, made once. */
function indexOf(release: OpenedRelease): Promise<PlaceIndex> {
	const known = indices.get(release);
	if (known) return known;
	const made = Promise.all([release.bank.territories.list(), release.bank.localities.list()]).then(([territories, localities]) =>
		placeIndex(territories, localities)
	);
	indices.set(release, made);
	return made;
}

async function placeSent(
	release: OpenedRelease,
	form: FormData,
	words: Words,
	issues: Record<string, string>
): Promise<{ region: string; province: string; commune: string | null } | null> {
	const province = await release.bank.territories.find(fieldOf(form, 'province'));
	if (province?.level !== 'province' || province.parent === null) {
		issues['province'] = words.t('send.issue.province-missing');
		return null;
	}
	const place = { region: province.parent, province: province.code };
	const commune = fieldOf(form, 'commune').slice(0, 120);
	if (commune === '') return { ...place, commune: null };
	const match = matchPlace(await indexOf(release), { communeCode: null, commune, province: province.name.fr, region: null });
	if (match.outcome === 'matched' && match.province === province.code) return { ...place, commune: match.commune };
	const names = await Promise.all(match.candidates.map(async ({ code }) => release.bank.territories.find(code)));
	const known = names.filter((one) => one?.parent === province.code).map((one) => words.of(one!.name));
	issues['commune'] =
		known.length > 0 ? words.t('send.issue.commune-ambiguous', { names: words.list(known) }) : words.t('send.issue.commune-unknown');
	return null;
}

function contactSent(form: FormData, words: Words, issues: Record<string, string>): Contact | null {
	const [name, phone, email] = ['name', 'phone', 'email'].map((field) => fieldOf(form, field) || null) as [
		string | null,
		string | null,
		string | null
	];
	if (name !== null && name.length > 120) issues['name'] = words.t('send.issue.name-long');
	if (phone !== null && !/^(\+\d{8,15}|0\d{9})$/.test(phone.replaceAll(/[\s.()-]/g, ''))) issues['phone'] = words.t('send.issue.phone-bad');
	if (email !== null && !/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(email)) issues['email'] = words.t('send.issue.email-bad');
	return name === null && phone === null && email === null ? null : { name, phone, email };
}
