import { catchmentCircle } from '#lib/core/geo/catchment.ts';
import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { NearQuestion } from '#lib/core/recommendation/answer.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '../release.ts';
import type { NearPicture } from '../report/near-svg.ts';

type Bounds = NearPicture['bounds'];
type Drawn = Omit<NearPicture, 'provinces' | 'context' | 'language' | 'theme'>;

/** Half a side of the picture of the surroundings, in radii: the dotted circle of twice the radius fits. */
const ROOM = 2.1;
const KM_PER_DEGREE = 111.195;

/** A square of `halfKm` around a place, degrees. */
export function boundsAround([lon, lat]: Position, halfKm: number): Bounds {
	const high = halfKm / KM_PER_DEGREE;
	const wide = high / Math.cos((lat * Math.PI) / 180);
	return [lon - wide, lat - high, lon + wide, lat + high];
}

/** What is drawn of the surroundings of a point called `name`: the circle with its half and its double, communes, towns, named cooperatives. */
export async function surroundingsPicture(
	release: OpenedRelease,
	{ position, radiusKm }: NearQuestion,
	name: string,
	words: Words
): Promise<Drawn> {
	const bounds = boundsAround(position, ROOM * radiusKm);
	const named = await release.bank.cooperatives.list();
	const communes = (await communesOf(release, words)).filter(isWithin(bounds));
	return {
		position,
		bounds,
		circles: [radiusKm, radiusKm / 2, 2 * radiusKm].map((km) => ringOf(position, km)),
		communes: communes.map((commune) => ({ ...commune, isInside: distanceKm(position, commune.position) <= radiusKm })),
		towns: (await release.towns()).map((town) => ({ name: words.of(town.name), position: town.position })).filter(isWithin(bounds)),
		cooperatives: named
			.flatMap((one) => (one.position ? [{ name: words.of(one.name), position: one.position }] : []))
			.filter(isWithin(bounds)),
		title: words.t('near.around', { place: name, km: words.n(radiusKm) }),
		description: words.t('near.map.description', { km: words.n(radiusKm), place: name })
	};
}

/** What is drawn for choosing a point inside `bounds`: towns, and with `withCommunes` the communes too. */
export async function choicePicture(release: OpenedRelease, bounds: Bounds, withCommunes: boolean, words: Words): Promise<Drawn> {
	const towns = (await release.towns()).filter(({ rank }) => withCommunes || rank === 1);
	const title = words.t('near.place.map.alt');
	return {
		...{ position: null, circles: [], bounds, cooperatives: [], title, description: title },
		communes: withCommunes ? (await communesOf(release, words)).filter(isWithin(bounds)) : [],
		towns: towns.map(({ name, position }) => ({ name: words.of(name), position })).filter(isWithin(bounds))
	};
}

const ringOf = (position: Position, km: number): Position[] =>
	(catchmentCircle(position, km)?.geometry.coordinates[0] ?? []).map(([lon, lat]) => [lon!, lat!] as const);

async function communesOf(release: OpenedRelease, words: Words): Promise<NearPicture['communes'][number][]> {
	const { table } = await release.scorer('commune');
	return table.territories.flatMap(({ name, label, populationMunicipal, populationLegal }) =>
		label ? [{ name: words.of(name), position: label, people: populationMunicipal ?? populationLegal, isInside: false }] : []
	);
}

const isWithin =
	([west, south, east, north]: Bounds) =>
	({ position: [lon, lat] }: { readonly position: Position }): boolean =>
		lon >= west && lon <= east && lat >= south && lat <= north;
