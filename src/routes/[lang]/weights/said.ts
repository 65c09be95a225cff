import type { Words } from '#lib/i18n/words.ts';
import { QUESTIONS } from '#lib/view/judgements.ts';

/** One answer in words: «Need matters much more than Access». A negative step says it of the second pillar. */
export function answerText({ t }: Words, question: number, step: number): string {
	const { first, second } = QUESTIONS[question]!;
	const [more, less] = step < 0 ? [second, first] : [first, second];
	const names = { first: t(`pillar.${more}`), second: t(`pillar.${less}`) };
	return t(`workshop.judgement.${Math.abs(step) as 0 | 1 | 2 | 3 | 4}`, names);
}
