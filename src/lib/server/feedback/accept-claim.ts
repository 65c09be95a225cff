import type { Actor } from '#lib/core/account/actor.ts';
import type { SentClaim } from '#lib/core/feedback/claim.ts';
import type { StatedSource } from '#lib/core/feedback/feedback.ts';
import type { RegisterStatus } from '#lib/core/register/field.ts';
import { matchPlace, placeIndex } from '#lib/core/register/place.ts';
import { acceptClaim, type ClaimFile } from '../db/living/claims.ts';
import { correctEntry, findEntry, type EntryFields, type RegisterEntry } from '../db/living/register.ts';
import type { Living } from '../db/living/schema.ts';
import type { OpenedRelease } from '../release.ts';
import { entryOf } from './claim-record.ts';

/** What became of a try to accept a claim. */
export type ClaimAcceptance = 'done' | 'gone' | 'nothing' | 'commune-unknown';

/**
 * Accepts the chosen fields of a claim: into the entry of the register it is about, or for the next release where only a public source
 * names the cooperative. Throws a MoveError when a colleague was quicker.
 */
export async function acceptChosen(
	{ living, release }: { readonly living: Living; readonly release: OpenedRelease },
	actor: Actor,
	file: ClaimFile,
	{ fields, note, source }: { readonly fields: readonly string[]; readonly note: string | null; readonly source: StatedSource }
): Promise<ClaimAcceptance> {
	const chosen = Object.entries(file.changes).filter(([field]) => fields.includes(field));
	if (chosen.length === 0) return 'nothing';
	const changes: SentClaim['changes'] = Object.fromEntries(chosen);
	const entry = entryOf(file.about);
	const accepted = { about: file.about, changes, source };
	if (entry === null) return (await acceptClaim(living, actor, { id: file.id, note }, accepted)) ? 'done' : 'gone';
	const current = await findEntry(living, entry);
	if (!current) return 'gone';
	const commune = changes.commune === undefined ? null : await communeNamed(release, current, changes.commune);
	if (changes.commune !== undefined && commune === null) return 'commune-unknown';
	const set = entryFields(current, changes, commune);
	const isDone = await acceptClaim(living, actor, { id: file.id, note }, accepted, async (writing, at) => {
		await correctEntry(writing, at, { id: entry, by: file.id, set });
	});
	return isDone ? 'done' : 'gone';
}

type Place = Pick<EntryFields, 'commune' | 'province' | 'region'>;

/** The commune of a name in the province of an entry, or anywhere for one without a province; null when none has it, or several. */
async function communeNamed({ bank }: OpenedRelease, entry: RegisterEntry, name: string): Promise<Place | null> {
	const [territories, localities] = await Promise.all([bank.territories.list(), bank.localities.list()]);
	const told = territories.find(({ code }) => code === entry.province)?.name.fr ?? null;
	const { outcome, commune, province, region } = matchPlace(placeIndex(territories, localities), {
		communeCode: null,
		commune: name,
		province: told,
		region: null
	});
	const isHere = entry.province === null || province === entry.province;
	return outcome === 'matched' && isHere ? { commune, province, region } : null;
}

/** What a claim changes in an entry. The name it goes by follows the spelling it was; a day of creation falls with its year. */
function entryFields({ name, nameAr, nameFr }: RegisterEntry, changes: SentClaim['changes'], place: Place | null): Partial<EntryFields> {
	const { status, year, members, women, commune: _, ...texts } = changes;
	const renamed = [name === nameAr ? texts.nameAr : undefined, name === nameFr ? texts.nameFr : undefined].find((one) => one !== undefined);
	const counts = Object.entries({ year, members, women }).filter(([, count]) => count !== undefined);
	return {
		...texts,
		...place,
		...Object.fromEntries(counts.map(([field, count]) => [field, Number(count)])),
		...(renamed !== undefined && { name: renamed }),
		...(year !== undefined && { createdOn: null }),
		...(status !== undefined && { status: status as RegisterStatus })
	};
}
