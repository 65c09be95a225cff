/** Weight of a common beginning, and how much of it counts (Winkler 1990). */
const PREFIX_WEIGHT = 0.1;
const PREFIX_LENGTH = 4;

/**
 * Jaro–Winkler similarity of two texts, 0–1: 1 only when they are equal, 0 when they share no letter in reach. It forgives a letter that
 * changed places or was left out, and looks more at the beginning.
 */
export function jaroWinkler(a: string, b: string): number {
	if (a === b) return 1;
	const jaro = jaroOf(a, b);
	let prefix = 0;
	while (prefix < PREFIX_LENGTH && prefix < a.length && a[prefix] === b[prefix]) prefix++;
	return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
	if (a.length === 0 || b.length === 0) return 0;
	const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
	const used = new Uint8Array(b.length);
	const matched: number[] = [];
	for (let i = 0; i < a.length; i++) {
		const at = matchIn(b, a.charCodeAt(i), Math.max(0, i - reach), Math.min(b.length - 1, i + reach), used);
		if (at >= 0) matched.push(i);
	}
	if (matched.length === 0) return 0;
	let next = 0;
	let moved = 0;
	for (const i of matched) {
		while (used[next] === 0) next++;
		if (a.charCodeAt(i) !== b.charCodeAt(next)) moved++;
		next++;
	}
	const m = matched.length;
	return (m / a.length + m / b.length + (m - moved / 2) / m) / 3;
}

/** Where `letter` first stands unused in b[from..to]; marks it as used. -1 when it does not. */
function matchIn(b: string, letter: number, from: number, to: number, used: Uint8Array): number {
	for (let j = from; j <= to; j++) {
		if (used[j] === 1 || b.charCodeAt(j) !== letter) continue;
		used[j] = 1;
		return j;
	}
	return -1;
}

/** Similarity 0–1 of two names given as search keys, whatever the order of their words; symmetric. */
export function nameSimilarity(a: string, b: string): number {
	const straight = Math.max(jaroWinkler(a, b), jaroWinkler(b, a));
	if (straight === 1 || !(a.includes(' ') || b.includes(' '))) return straight;
	const [sortedA, sortedB] = [sortedWords(a), sortedWords(b)];
	return Math.max(straight, jaroWinkler(sortedA, sortedB), jaroWinkler(sortedB, sortedA));
}

const sortedWords = (key: string): string => key.split(' ').sort().join(' ');
