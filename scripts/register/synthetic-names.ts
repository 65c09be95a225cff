import type { Random } from '#lib/core/statistics/random.ts';

export type RegisterLanguage = 'fr' | 'ar';

/** Sounds that no real cooperative is named after. */
const SOUNDS: Readonly<Record<RegisterLanguage, readonly string[]>> = {
	fr: 'ba de fi ga hi jo ka lu mi no pe ra si tu va wa xo ya zu che bra dro fli gra kli pru sto tri vlo zan bel cor dun far gil hom jar kel lom mur nev pol rud sel tov'.split(
		' '
	),
	ar: 'با دي في غا هي جو كا لو مي نو تا را سي طو فا وا خو يا زو شي بر در فل غر كل تر ست طل زن بل كر دن فر قل حم جر كب لم مر نف تل رد سل تف عب'.split(
		' '
	)
};

/** Every name of the synthetic register bears it, and no real one may. */
export const MARK: Readonly<Record<RegisterLanguage, string>> = { fr: 'SYNTHETIC', ar: 'اصطناعي' };

/** A function that makes names up, each only once, marked as made up. */
export function nameMaker(random: Random, language: RegisterLanguage): () => string {
	const used = new Set<string>();
	const sounds = SOUNDS[language];
	const word = (): string => Array.from({ length: 3 + random.below(2) }, () => sounds[random.below(sounds.length)]).join('');
	const head = language === 'fr' ? 'Coopérative' : 'تعاونية';
	return () => {
		for (;;) {
			const name = `${head} ${word()} ${word()} ${MARK[language]}`;
			if (used.has(name)) continue;
			used.add(name);
			return name;
		}
	};
}

/** The name with two letters of its second word changed about, as a tired hand does: never the name itself. */
export function slipped(name: string): string {
	const [head, first, ...rest] = name.split(' ');
	const letters = [...first!];
	for (let at = Math.floor(letters.length / 2); at + 1 < letters.length; at++) {
		if (letters[at] === letters[at + 1]) continue;
		[letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
		break;
	}
	return [head, letters.join(''), ...rest].join(' ');
}
