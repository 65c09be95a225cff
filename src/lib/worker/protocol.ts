import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { EncodedTable, Snapshot } from '#lib/core/release/snapshot.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Bands } from '#lib/core/uncertainty/bands.ts';
import type { PlaceDrivers } from '#lib/core/uncertainty/drivers.ts';
import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import type { Zone } from '#lib/core/zones/zones.ts';

/** What the page tells the worker. A new question ends the one before it. */
export type Order =
	| { readonly kind: 'open'; readonly snapshot: Pick<Snapshot, 'release' | 'method' | 'chains' | 'levels'> }
	| { readonly kind: 'communes'; readonly table: EncodedTable }
	| { readonly kind: 'ground'; readonly level: Level; readonly object: string; readonly topology: PolygonTopology }
	| { readonly kind: 'ask'; readonly id: number; readonly question: RankingQuestion }
	| { readonly kind: 'cancel'; readonly id: number };

/** What the worker tells the page, `id` being that of the question. */
export type Answer =
	/** First after a hundred draws, then now and then; the last one has them all. */
	| { readonly kind: 'bands'; readonly id: number; readonly bands: Bands; readonly isLast: boolean }
	/** After the last bands, at levels whose borders it was told. */
	| { readonly kind: 'zones'; readonly id: number; readonly zones: readonly Zone[] }
	/** The last answer to a question. */
	| { readonly kind: 'drivers'; readonly id: number; readonly drivers: readonly PlaceDrivers[] }
	| { readonly kind: 'failed'; readonly id: number; readonly reason: string };
