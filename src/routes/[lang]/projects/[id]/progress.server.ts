import { isExact } from '#lib/core/need/shown.ts';
import { FEWEST_SHOWN, isFew } from '#lib/core/need/suppress.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import type { Words } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { namesIn } from '#lib/server/names.ts';
import { publicProjects } from '#lib/server/projects-in-progress.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** What is said of projects in progress like this one, and where one's own is reserved. */
export interface Progress {
	readonly title: string;
	readonly said: string;
	/** The link and its address. */
	readonly link: string;
	readonly reserve: string;
}

/**
 * Projects of a chain in progress in the province of the first of `territories` (commune, province, region), in the nation when there is
 * none. Of the province and not of a circle around the place: two circles could be subtracted from each other.
 */
export async function progressOf(
	release: OpenedRelease,
	{ id }: EconomicModel,
	chain: string,
	territories: readonly string[],
	words: Words
): Promise<Progress> {
	const { t, n } = words;
	const names = await namesIn(release, words);
	const province = territories.find((code) => levelOfCode(code) === 'province') ?? null;
	const shown = (await publicProjects(currentApp().living, release)).count(province, chain);
	const told = {
		chain: names.name('chain', chain) ?? chain,
		place: province === null ? t('needs.nation') : (names.name('territory', province) ?? province)
	};
	const at = territories[0] === undefined ? '' : `&at=${territories[0]}`;
	const reserve = `/${words.language}/projects/${id}/reserve?chain=${chain}${at}`;
	const progress = (said: string): Progress => ({ title: t('reservations.progress'), said, link: t('reservations.link'), reserve });
	if (shown.most === 0) return progress(t('reservations.progress.none', told));
	if (isExact(shown)) return progress(t('reservations.progress.some', { ...told, count: shown.least }));
	if (isFew(shown)) return progress(t('reservations.progress.few', { ...told, count: n(FEWEST_SHOWN) }));
	return progress(t('reservations.progress.range', { ...told, least: n(shown.least), most: n(shown.most) }));
}
