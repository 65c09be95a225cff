/** Answers by key, for as long as what they are about is held. */
export type Cache<K extends object, T> = WeakMap<K, Map<string, T>>;

/** So many answers are kept: most readers ask for the same few, and each costs many scorings. */
const KEPT = 200;

/** The kept answer of a key, or a fresh one; the one not asked for longest makes room. */
export function kept<K extends object, T>(cache: Cache<K, T>, about: K, key: string, make: () => T): T {
	const answers = cache.get(about) ?? new Map<string, T>();
	cache.set(about, answers);
	const answer = answers.get(key) ?? make();
	answers.delete(key);
	answers.set(key, answer);
	if (answers.size > KEPT) answers.delete(answers.keys().next().value!);
	return answer;
}
