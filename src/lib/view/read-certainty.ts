import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import type { Bands } from '#lib/core/uncertainty/bands.ts';
import { namedDrivers, type PlaceDrivers } from '#lib/core/uncertainty/drivers.ts';
import type { Zone } from '#lib/core/zones/zones.ts';
import { keyOf, type Certainty, type ZoneLine } from './certainty.ts';

/** What bands and zones say, by the codes of the table they are about. */
export function certaintyOf(
	question: RankingQuestion,
	{ territories }: LevelTable,
	{ bands, zones, drivers }: { readonly bands: Bands; readonly zones: readonly Zone[] | null; readonly drivers?: readonly PlaceDrivers[] }
): Certainty {
	const places = bands.places.map(({ place, nominal, low, high, median, top, robustness, tied, among }) => {
		const shown = among
			? { rank: among.nominal, low: among.low, high: among.high, median: null, of: among.of }
			: { rank: nominal, low, high, median, of: bands.ranked };
		return [territories[place]!.code, { ...shown, top, robustness, tied }] as const;
	});
	return {
		key: keyOf(question),
		draws: bands.draws,
		places: Object.fromEntries(places),
		drivers: Object.fromEntries((drivers ?? []).map((one) => [territories[one.place]!.code, namedDrivers(one.drivers)])),
		zones: zones && zones.map(lineOf)
	};
}

const lineOf = ({ id, members, around, people, areaKm2, score, leading }: Zone): ZoneLine => ({
	id,
	members,
	names: around.names,
	hasMore: around.hasMore,
	people,
	areaKm2,
	mean: score.mean,
	low: score.low,
	high: score.high,
	leading
});
