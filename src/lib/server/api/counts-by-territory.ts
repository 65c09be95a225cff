import { z } from '@hono/zod-openapi';
import { isExact } from '#lib/core/need/shown.ts';
import { FEWEST_SHOWN, type SafeCounts } from '#lib/core/need/suppress.ts';

/** A number that may be told: what is small is told as a range. */
export const shown = {
	least: z.int(),
	most: z
		.int()
		.openapi({ description: `Equal to least when the number is exact. 1–4 says that there are some, fewer than ${FEWEST_SHOWN}.` }),
	exact: z.boolean()
};

/** Which territories are asked for. */
export type CountLevel = 'nation' | 'region' | 'province';

/** One line per territory and kind; `null` is the nation, and all kinds together. A territory without any is there with 0. */
export function linesOf(
	counts: SafeCounts,
	level: CountLevel,
	kinds: readonly (string | null)[]
): {
	readonly territory: string | null;
	readonly kind: string | null;
	readonly least: number;
	readonly most: number;
	readonly exact: boolean;
}[] {
	return territoriesOf(counts, level).flatMap((territory) =>
		kinds.map((kind) => {
			const number = counts.count(territory, kind);
			return { territory, kind, ...number, exact: isExact(number) };
		})
	);
}

function territoriesOf({ provinces }: SafeCounts, level: CountLevel): (string | null)[] {
	if (level === 'nation') return [null];
	if (level === 'province') return provinces.map(({ code }) => code);
	return [...new Set(provinces.map(({ region }) => region))].sort();
}
