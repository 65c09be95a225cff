import { isExact, type Shown } from '#lib/core/need/shown.ts';
import { FEWEST_SHOWN, isFew } from '#lib/core/need/suppress.ts';
import type { Words } from './words.ts';

/** A number as it may be told: «12», «fewer than 5», «between 13 and 16». */
export function shownText({ t, n }: Words, shown: Shown): string {
	if (isExact(shown)) return n(shown.least);
	if (isFew(shown)) return t('needs.few', { count: n(FEWEST_SHOWN) });
	return t('needs.range', { least: n(shown.least), most: n(shown.most) });
}
