import { searchKey } from '#lib/core/text/search-key.ts';
import { soundKey } from '#lib/core/text/sound-key.ts';
import type { Territory } from './territory.ts';

/** How words name a territory: a spelling of it contains them, or one sounds like them as a whole. */
export type Called = 'spelled' | 'sounds';

/** How `words` name the territory, by its names and aliases; null when they do not. Empty words name nothing. */
export function called({ name, aliases }: Pick<Territory, 'name' | 'aliases'>, words: string): Called | null {
	const key = searchKey(words);
	if (key === '') return null;
	const spellings = [...Object.values(name), ...aliases];
	if (spellings.some((spelling) => searchKey(spelling).includes(key))) return 'spelled';
	const sound = soundKey(words);
	return sound !== null && spellings.some((spelling) => soundKey(spelling) === sound) ? 'sounds' : null;
}
