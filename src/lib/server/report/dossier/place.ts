import type { Profile } from '#lib/core/recommendation/profile.ts';
import { registerParams } from '#lib/i18n/register.ts';
import type { Words } from '#lib/i18n/words.ts';
import { heading, text, type Block, type Cited, type Fact, type Section } from './blocks.ts';
import type { DossierPlace, DossierSector, Said } from './dossier.ts';
import { amount, percent, type Telling } from './telling.ts';

/** A chance from which a place counts as likely in the best quarter (data/method, `promising`). */
const LIKELY = 0.5;

/** The place, why the project makes sense there, and who the holders are. */
export function placeSection(telling: Telling): Section {
	const { dossier, words } = telling;
	const { t } = words;
	const { place } = dossier;
	const picture: Block[] = place?.map ? [{ kind: 'picture', svg: place.map, description: place.names.map(words.of).join(' · ') }] : [];
	const reasons = place === null ? [text(t('dossier.place.none'))] : reasonBlocks(telling, place);
	const around = place === null ? [] : [factBlock(placeFacts(telling, place))];
	const group = [heading(t('dossier.group')), factBlock(profileFacts(words, dossier.profile, dossier.model.members))];
	return {
		title: t('dossier.section.place'),
		blocks: [
			{
				kind: 'columns',
				shares: [1.3, 1],
				columns: [
					[...reasons, ...group],
					[...picture, ...around]
				]
			}
		]
	};
}

const factBlock = (facts: readonly Fact[]): Block => ({ kind: 'facts', facts });

function reasonBlocks({ dossier, words, refs }: Telling, place: DossierPlace): Block[] {
	const { t } = words;
	const { sector, why } = dossier;
	const cited = ({ text: said, sources }: Said): Cited => ({ text: said, refs: refs(sources) });
	const score = sector === null ? [] : scoreBlocks(words, sector, place.radiusKm);
	if (why === null) return score;
	const limits: Block[] =
		why.limits.length === 0 ? [] : [heading(t('dossier.place.limits')), { kind: 'points', mark: 'limit', items: why.limits.map(cited) }];
	const change: Block[] =
		why.change === null
			? []
			: [
					{
						kind: 'points',
						mark: 'change',
						items: [{ text: t('dossier.place.change', { change: why.change.text }), refs: refs(why.change.sources) }]
					}
				];
	return [
		...score,
		heading(t('dossier.place.reasons')),
		{ kind: 'points', mark: 'for', items: why.reasons.map(cited) },
		...limits,
		...change
	];
}

function scoreBlocks(words: Words, { name, status, score, top }: DossierSector, radiusKm: number): Block[] {
	const { t, n, of } = words;
	const chain = of(name);
	if (status !== 'scored' || score === null)
		return [text(t('dossier.place.score.unscored', { chain, status: t(`status.${status}`) }), 'strong')];
	return [
		text(t('dossier.place.score', { chain, score: n(score), km: n(radiusKm) }), 'strong'),
		text(t(top >= LIKELY ? 'dossier.place.score.likely' : 'dossier.place.score.unlikely', { share: percent(words, top) }))
	];
}

function placeFacts({ dossier, words, refs }: Telling, place: DossierPlace): Fact[] {
	const { t, n, of } = words;
	const { sector } = dossier;
	const confidence: Fact[] =
		sector === null
			? []
			: [{ label: t('dossier.place.confidence'), value: `${sector.confidence} · ${t(`dossier.confidence.${sector.confidence}`)}` }];
	return [
		...confidence,
		...radiiFact(words, place.radiusKm, sector),
		{
			label: t('dossier.place.people', { km: n(place.radiusKm) }),
			value: n(place.people),
			note: t('dossier.place.people.note', { count: place.communes }),
			refs: refs(place.sources)
		},
		{
			label: t('dossier.place.cooperatives'),
			value: n(place.cooperatives),
			note: t('dossier.place.cooperatives.note')
		},
		...(place.register ? [registerFact(words, place.register)] : []),
		...place.towns.map((town) => ({
			label: of(town.name),
			value: t('dossier.place.town', { km: n(town.km), minutes: n(town.minutes) })
		}))
	];
}

function registerFact(words: Words, register: NonNullable<DossierPlace['register']>): Fact {
	const { date, source } = registerParams(words, register);
	return { label: words.t('dossier.place.register'), value: words.n(register.count), note: `${source}, ${date}` };
}

function radiiFact({ t, n }: Words, radiusKm: number, sector: DossierSector | null): Fact[] {
	if (sector === null || (sector.scoreHalf === null && sector.scoreDouble === null)) return [];
	const values = { half: n(radiusKm / 2), double: n(2 * radiusKm), scoreHalf: n(sector.scoreHalf), scoreDouble: n(sector.scoreDouble) };
	return [{ label: t('near.sector.radii.label'), value: t('dossier.place.radii', values) }];
}

function profileFacts(words: Words, profile: Profile, modelMembers: number): Fact[] {
	const { t, n } = words;
	const share = (value: number | null): string => (value === null ? t('dossier.group.unsaid') : percent(words, value));
	return [
		...(profile.holder === null ? [] : [{ label: t('profile.holder'), value: t(`profile.holder.${profile.holder}`) }]),
		{
			label: t('dossier.group.members'),
			value: profile.members === null ? t('dossier.group.unsaid') : n(profile.members),
			note: t('dossier.group.members.model', { count: n(modelMembers) })
		},
		{
			label: `${t('dossier.group.women')} · ${t('dossier.group.youth')}`,
			value: `${share(profile.womenShare)} · ${share(profile.youthShare)}`
		},
		{
			label: t('dossier.group.money'),
			value: profile.ownMoneyMad === null ? t('dossier.group.unsaid') : amount(words, profile.ownMoneyMad)
		}
	];
}
