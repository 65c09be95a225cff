import { needLayer, type NeedLayer } from '#lib/core/cartography/need-layer.ts';
import type { Shown } from '#lib/core/need/shown.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { shownText } from '#lib/i18n/shown.ts';
import type { Words } from '#lib/i18n/words.ts';
import { codesOf } from './screen.ts';
import type { Declared } from './view.ts';

/** What may be told of a territory (null: the nation) and a kind of need (null: all). */
export type ToldCount = (territory: string | null, need: string | null) => Shown;

/** The level whose declared needs a map of `level` shows: nobody is told of those of a commune. */
export const declaredLevel = (level: Level): 'region' | 'province' => (level === 'region' ? 'region' : 'province');

/** The kind of need a choice stands for; null for all together. */
export const kindOf = (declared: Declared): Exclude<Declared, 'all'> | null => (declared === 'all' ? null : declared);

/** The symbols of declared needs over a map of `level`, in one language; null while the table of their level is not there. */
export function needLayerOf(atlas: Atlas, words: Words, level: Level, declared: Declared, told: ToldCount): NeedLayer | null {
	const counted = declaredLevel(level);
	const scorer = atlas.scorer(counted);
	if (!scorer) return null;
	const need = kindOf(declared);
	const counts = new Map(codesOf(scorer).map((code) => [code, told(code, need)]));
	const nameOf = (code: string): string => {
		const territory = atlas.territory(code);
		return territory ? words.of(territory.name) : code;
	};
	return needLayer(
		{ level: counted, need, counts },
		{
			labelAt: (code) => atlas.territory(code)?.label ?? null,
			label: (code, shown) => [nameOf(code), `${words.t(`needs.kind.${declared}`)} · ${shownText(words, shown)}`].join('\n')
		}
	);
}
