import type { Guide } from '#lib/core/support/guide.ts';
import type { NamedOffice, OfficeTie, Outlet, Partner, Publication, PublicMeeting } from '#lib/core/support/partner.ts';
import { fundingHere, type PartnerHere } from '#lib/core/support/partners-here.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import type { Words } from '#lib/i18n/words.ts';

/** Something of the guide that goes through an office, with what is known of it today. */
export interface ToldProgramme {
	readonly id: string;
	readonly name: string;
	readonly mark: string;
	readonly url: string | null;
}

/** A named office in one language. */
export interface ToldNamed {
	readonly id: string;
	readonly name: string;
	readonly tie: OfficeTie;
	/** Date of its source in words. */
	readonly asOf: string;
	readonly note: string | null;
	readonly source: Publication;
}

/** A type of office in one language, with those of it that are named here. */
export interface ToldOffice extends Pick<Partner, 'id' | 'level' | 'presence' | 'source'> {
	readonly name: string;
	readonly does: string;
	/** When it was read and how sure that is. */
	readonly read: string;
	readonly named: readonly ToldNamed[];
	readonly funding: readonly ToldProgramme[];
	readonly training: readonly ToldProgramme[];
	readonly steps: readonly ToldProgramme[];
}

/** The date of a source in words; «undated» where it bears none. */
export const toldDate = (words: Words, asOf: string | null): string =>
	asOf === null ? words.t('measure.undated') : formatPublished(words.language, asOf);

/** An office in the language of `words`, with the programmes that serve one of `codes`. */
export function toldOffice({ partner, named }: PartnerHere, guide: Guide, codes: ReadonlySet<string>, words: Words): ToldOffice {
	const { t, of } = words;
	const { id, level, presence, source, training, steps, vintage, confidence } = partner;
	return {
		id,
		level,
		presence,
		source,
		name: of(partner.name),
		does: of(partner.does),
		read: t('support.vintage', { vintage, confidence: t(`support.confidence.${confidence}`) }),
		named: named.map((one) => toldNamed(one, words)),
		funding: fundingHere(guide.instruments, partner.funding, codes).map(({ id, name, opening, url }) => ({
			id,
			name: of(name),
			mark: t(`support.opening.${opening}`),
			url
		})),
		training: guide.modules
			.filter((module) => training.includes(module.id))
			.map(({ id, programme, module, vintage, url }) => ({ id, name: `${of(programme)} · ${of(module)}`, mark: vintage, url })),
		steps: guide.steps
			.filter((step) => steps.includes(step.id))
			.map(({ id, action, status, url }) => ({ id, name: of(action), mark: t(`support.step.status.${status}`), url }))
	};
}

const toldNamed = ({ id, name, tie, asOf, note, source }: NamedOffice, words: Words): ToldNamed => ({
	id,
	name: words.of(name),
	tie,
	asOf: toldDate(words, asOf),
	note: note && words.of(note),
	source
});

/** An outlet in the language of `words`. */
export const toldOutlet = ({ id, kind, name, what, territories, asOf, source }: Outlet, words: Words) => ({
	id,
	kind,
	name: words.of(name),
	what: words.of(what),
	isLocal: territories.length > 0,
	asOf: toldDate(words, asOf),
	source
});
export type ToldOutlet = ReturnType<typeof toldOutlet>;

/** A public meeting in the language of `words`. */
export const toldMeeting = ({ id, place, date, partners, source }: PublicMeeting, words: Words) => ({
	id,
	place: words.of(place),
	date: date === null ? words.t('partners.meetings.period') : formatPublished(words.language, date),
	partners: partners && words.of(partners),
	source
});
export type ToldMeeting = ReturnType<typeof toldMeeting>;
