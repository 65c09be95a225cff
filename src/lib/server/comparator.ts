import type { ComparatorChoice } from '#lib/core/diagnostic/input.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from './release.ts';

/**
 * Whom `vs` of an address asks to compare a territory with: `nation` (also when nothing is asked), `region`, `alike`, or the code of
 * another territory of its level. Null for anything else.
 */
export async function comparatorOf(
	{ bank }: OpenedRelease,
	territory: Pick<Territory, 'code' | 'level'>,
	vs: string | null | undefined
): Promise<ComparatorChoice | null> {
	if (vs === undefined || vs === null || vs === '' || vs === 'nation') return { kind: 'nation' };
	if (vs === 'alike' || vs === 'region') return { kind: vs };
	const other = await bank.territories.find(vs);
	return other && other.level === territory.level && other.code !== territory.code ? { kind: 'territory', territory: other } : null;
}
