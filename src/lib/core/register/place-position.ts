import { OFFERED } from './commune-name.ts';
import type { PlaceIndex, PlaceMatch } from './place.ts';
import type { Position } from './position.ts';
import { error, warning, type RowProblem } from './problem.ts';

/** The territories a point lies in; null outside the country. The commune is null where it cannot be told. */
export type Locate = (position: Position) => { readonly commune: string | null; readonly province: string } | null;

/** How sure a commune is that only a point tells: the areas of communes are approximate. */
const BY_POINT = 0.8;

/**
 * The place with what the point of the row says. A point settles a commune that is not told, and one of several of the same name when it
 * lies in the province of a single one of them. Where it speaks against the place told, the place stays and both are named.
 */
export function withPosition(index: PlaceIndex, match: PlaceMatch, position: Position | null, locate: Locate): PlaceMatch {
	if (position === null) return match;
	const located = locate(position);
	if (located === null) return withProblem(match, error('position-outside', 'position', `${position[1]}, ${position[0]}`));
	if (match.outcome === 'ambiguous') return settled(index, match, located.province);
	if (match.outcome === 'unmatched') return offered(match, located.commune);
	return match.commune === null ? filled(index, match, located) : compared(match, located);
}

type Located = NonNullable<ReturnType<Locate>>;

const withProblem = (match: PlaceMatch, problem: RowProblem): PlaceMatch => ({ ...match, problems: [...match.problems, problem] });

function settled(index: PlaceIndex, match: PlaceMatch, province: string): PlaceMatch {
	const [only, ...more] = match.candidates.filter(({ code }) => index.provinceOf.get(code) === province);
	const namesakes = match.problems.length === 1 && match.problems[0]!.kind === 'commune-ambiguous';
	if (only === undefined || more.length > 0 || !namesakes) return match;
	const region = index.scopes.regionOf.get(province)!;
	return { ...match, outcome: 'matched', commune: only.code, province, region, by: only.by, score: BY_POINT, candidates: [], problems: [] };
}

/** The commune around the point comes first among those to choose from. */
function offered(match: PlaceMatch, commune: string | null): PlaceMatch {
	if (commune === null) return match;
	const others = match.candidates.filter(({ code }) => code !== commune);
	return { ...match, candidates: [{ code: commune, by: 'position' as const, score: BY_POINT }, ...others].slice(0, OFFERED) };
}

function filled(index: PlaceIndex, match: PlaceMatch, { commune, province }: Located): PlaceMatch {
	const region = index.scopes.regionOf.get(province)!;
	const known = match.province ?? match.region;
	if (known !== null && known !== province && known !== region) {
		return withProblem(match, warning('position-in-other-province', 'position', known, province));
	}
	const problems = match.problems.filter(({ kind }) => kind !== 'region-only');
	return { ...match, outcome: 'matched', commune, province, region, by: 'position', score: BY_POINT, problems };
}

function compared(match: PlaceMatch, { commune, province }: Located): PlaceMatch {
	if (match.province !== province)
		return withProblem(match, warning('position-in-other-province', 'position', match.commune!, commune ?? province));
	if (commune === null || commune === match.commune) return match;
	return withProblem(match, warning('position-in-other-commune', 'position', match.commune!, commune));
}
