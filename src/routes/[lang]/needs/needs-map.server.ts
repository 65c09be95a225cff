import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import { needLayer } from '#lib/core/cartography/need-layer.ts';
import type { LegendRow } from '#lib/core/cartography/scene.ts';
import { shownText } from '#lib/i18n/shown.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Drawing } from '#lib/drawing/map-svg.ts';
import { kindOf } from '#lib/view/needs.ts';
import type { AskedNeeds } from './asked-needs.server.ts';

/** Provinces as plain ground, and over those with declared needs a circle as large as what may be told of them. */
export function needsMap({ provinces, counts, declared }: AskedNeeds, words: Words): Drawing {
	const need = kindOf(declared);
	const places = new Map(provinces.map((province) => [province.code, province]));
	const layer = needLayer(
		{ level: 'province', need, counts: new Map(provinces.map(({ code }) => [code, counts.count(code, need)])) },
		{
			labelAt: (code) => places.get(code)?.label ?? null,
			label: (code, shown) => `${words.of(places.get(code)!.name)} · ${shownText(words, shown)}`
		}
	);
	const ground: LegendRow = {
		meaning: { kind: 'class', lo: null, hi: null },
		look: { kind: 'color', ...MAP_TOKENS.blank },
		count: provinces.length
	};
	return {
		level: 'province',
		codes: provinces.map(({ code }) => code),
		rows: new Uint8Array(provinces.length),
		legend: { rows: [ground], symbols: layer.legend },
		symbols: layer.symbols
	};
}
