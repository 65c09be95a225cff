import { decodeTops, topShares, type TopPreset, type TopShares } from '#lib/core/recommendation/tops.ts';
import type { OpenedRelease } from '../release.ts';

/** How often every province of a release is in the top quarter of every chain; a release of before holds no such file, and it is computed. */
export function provinceTops(opened: OpenedRelease, preset: TopPreset): Promise<TopShares> {
	const ofRelease = kept.get(opened) ?? new Map<TopPreset, Promise<TopShares>>();
	kept.set(opened, ofRelease);
	const tops = ofRelease.get(preset) ?? readTops(opened, preset);
	ofRelease.set(preset, tops);
	return tops;
}

const kept = new WeakMap<OpenedRelease, Map<TopPreset, Promise<TopShares>>>();

async function readTops(opened: OpenedRelease, preset: TopPreset): Promise<TopShares> {
	const provinces = await opened.scorer('province');
	const encoded = await opened.tops().catch(() => null);
	return encoded ? decodeTops(encoded, preset, provinces) : topShares(provinces, provinces.method.presets[preset]);
}
