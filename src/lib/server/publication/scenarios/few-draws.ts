import type { OpenedRelease } from '#lib/server/release.ts';

/** The release with few draws of its weights: a thousand take seconds and say the same of how a release is made. */
export function withFewDraws(opened: OpenedRelease): OpenedRelease {
	const { method } = opened.snapshot;
	const snapshot = { ...opened.snapshot, method: { ...method, uncertainty: { ...method.uncertainty, draws: 40 } } };
	return { ...opened, snapshot };
}
