import type { LegendRow } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import { byTerritory, type BoardIdea } from '#lib/core/idea/board.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Drawing } from '#lib/drawing/map-svg.ts';

/** Provinces as plain ground, and over those with ideas a circle as large as their number. */
export function boardMap(provinces: readonly Territory[], ideas: readonly BoardIdea[], { of, t }: Words): Drawing {
	const counts = byTerritory(ideas, 'province');
	const ground: LegendRow = {
		meaning: { kind: 'class', lo: null, hi: null },
		look: { kind: 'color', ...MAP_TOKENS.blank },
		count: provinces.length
	};
	return {
		level: 'province',
		codes: provinces.map(({ code }) => code),
		rows: new Uint8Array(provinces.length),
		legend: { rows: [ground], symbols: null },
		symbols: provinces.flatMap(({ code, label, name }) => {
			const count = counts.get(code) ?? 0;
			if (count === 0 || label === null) return [];
			const said = `${of(name)} · ${t('ideas.count', { count })}`;
			return [{ id: `ideas-${code}`, kind: 'count' as const, territory: code, position: label, value: count, label: said }];
		})
	};
}
