import type { Datum } from '#lib/core/diagnostic/datum.ts';
import type { Chapter, Fact, MapBlock, Said } from '../report.ts';
import type { Teller } from '../teller.ts';
import { indicatorTable } from './indicators.ts';

/** Who lives here, how many more or fewer than before, on how much land. */
export function profileChapter(teller: Teller, place: MapBlock | null): Chapter {
	const { diagnostic, words } = teller;
	const { lines } = diagnostic.profile;
	const { t } = words;
	return {
		id: 'profile',
		title: t('diagnostic.profile'),
		sentences: [lead(teller), ...changeSaid(teller), below(teller), ...ruralSaid(teller)],
		blocks: [
			{ kind: 'facts', facts: profileFacts(teller) },
			...(place ? [place] : []),
			indicatorTable(teller, 'profile-table', lines, { title: t('diagnostic.profile.table'), note: t('diagnostic.context.note') })
		]
	};
}

function lead({ diagnostic, say, plain, place }: Teller): Said {
	const { population, households, areaKm2, density } = diagnostic.profile;
	const params = { place, people: plain(population), households: plain(households) };
	if (!areaKm2 || !density) return say('diagnostic.profile.lead.noarea', params, [population, households]);
	const data = [population, households, areaKm2, density];
	return say('diagnostic.profile.lead', { ...params, area: plain(areaKm2), density: plain(density) }, data);
}

function changeSaid({ diagnostic, say, words, plain }: Teller): Said[] {
	const { change, populationBefore } = diagnostic.profile;
	if (!change || !populationBefore) return [];
	const way = Math.abs(change.value) < 0.05 ? 'same' : change.value > 0 ? 'up' : 'down';
	const percent = words.quantity(Math.abs(change.value), '%', change.decimals);
	return [
		say(`diagnostic.profile.change.${way}`, { percent, before: plain(populationBefore), year: populationBefore.year ?? '' }, [
			change,
			populationBefore
		])
	];
}

function below({ diagnostic, say, words }: Teller): Said {
	const { profile, territory } = diagnostic;
	const level = territory.level === 'region' ? 'province' : 'commune';
	const count = words.t('count.territories', { level, count: profile.children.value });
	return say(profile.coastal ? 'diagnostic.profile.below.coast' : 'diagnostic.profile.below', { count }, [profile.children]);
}

function ruralSaid({ diagnostic, say, figure, who }: Teller): Said[] {
	const line = diagnostic.profile.lines.find(({ indicator }) => indicator === 'rural_share');
	if (!line?.beside) return [];
	return [say('diagnostic.profile.rural', { value: figure(line.here), beside: figure(line.beside), who }, [line.here, line.beside])];
}

/** The cards of the profile; the first ones are also those of the cover. */
export function profileFacts({ diagnostic, words, said, plain }: Teller): Fact[] {
	const { population, change, households, areaKm2, density, children, coastal } = diagnostic.profile;
	const { t } = words;
	const fact = (label: string, datum: Datum | null, text: string, note: string): Fact[] =>
		datum ? [{ label, value: said(text, [datum]), note }] : [];
	const isRegion = diagnostic.territory.level === 'region';
	return [
		...fact(t('place.population'), population, plain(population), t('diagnostic.people')),
		...fact(
			t('diagnostic.change'),
			change,
			change ? `${words.signed(change.value, change.decimals)}${words.quantity(0, '%').replace(/^.*?0/, '')}` : '',
			change?.year ?? ''
		),
		...fact(t('place.households'), households, plain(households), ''),
		...fact(t('diagnostic.area'), areaKm2, areaKm2 ? plain(areaKm2) : '', t('diagnostic.area.note')),
		...fact(t('diagnostic.density'), density, density ? plain(density) : '', t('diagnostic.density.unit')),
		...fact(
			t(isRegion ? 'place.children.region' : 'place.children.province'),
			children,
			plain(children),
			t(coastal ? 'diagnostic.coast.yes' : 'diagnostic.coast.no')
		)
	];
}
