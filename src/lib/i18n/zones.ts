import type { Text } from '#lib/core/text/text.ts';
import type { Words } from './words.ts';

/** What a zone is called: its one or two best members, «around» them when there are more. */
export function zoneName(
	{ t, of }: Pick<Words, 't' | 'of'>,
	{ names, hasMore }: { readonly names: readonly Text[]; readonly hasMore: boolean }
): string {
	const places = names.map(of).join('–');
	return hasMore ? t('zones.around', { places }) : places;
}
