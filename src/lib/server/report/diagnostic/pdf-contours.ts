/** Size of the drawing in its own units. */
const SIZE = 1000;
const STEPS = 90;

/** A point of the closed line that is `level` (0–1) of the way down a hill: three waves, so that no two lines are alike. */
function pointOf(level: number, step: number): string {
	const angle = (2 * Math.PI * step) / STEPS;
	const radius =
		(60 + 520 * level) *
		(1 + 0.16 * Math.sin(2 * angle + 0.6 + level) + 0.09 * Math.sin(3 * angle + 2.1 - 2 * level) + 0.04 * Math.sin(7 * angle + 4 * level));
	const [x, y] = [SIZE * (0.5 + 0.06 * level) + radius * Math.cos(angle), SIZE * (0.5 - 0.05 * level) + 0.82 * radius * Math.sin(angle)];
	return `${Math.round(x)} ${Math.round(y)}`;
}

/** Contour lines of a hill in white, as an atlas has them: the ground of the cover. The same at every call. */
export function contoursSvg(count = 13): string {
	const lines = Array.from({ length: count }, (_, line) => {
		const points = Array.from({ length: STEPS }, (_, step) => pointOf((line + 1) / count, step));
		// Every fourth line is stronger, as on a map.
		return `<path d="M${points.join('L')}Z" stroke-width="${line % 4 === 3 ? 3.4 : 1.6}"/>`;
	});
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-200 -200 1400 1400" width="1400" height="1400">` +
		`<g fill="none" stroke="#ffffff" stroke-opacity="0.16" stroke-linejoin="round">${lines.join('')}</g></svg>`
	);
}
