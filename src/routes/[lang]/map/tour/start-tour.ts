import { mount, unmount } from 'svelte';
import { needTourWords } from '#lib/i18n/tour-words.ts';
import type { Words } from '#lib/i18n/words.ts';
import { sentencesOf, type HowTo } from './how-to.ts';
import { keepTour } from './kept-tour.ts';

/** Shows the tour over the page; resolves when it is over. Nothing of it is fetched before. */
export async function startTour(words: Words): Promise<void> {
	const [{ default: Tour }] = await Promise.all([import('./Tour.svelte'), needTourWords(words.language)]);
	await new Promise<void>((resolve) => {
		const tour = mount(Tour, {
			target: document.body,
			props: {
				words,
				onend: () => {
					keepTour('seen');
					void unmount(tour);
					resolve();
				}
			}
		});
	});
}

/** Remembers that the tour was declined. */
export const declineTour = (): void => keepTour('declined');

/** How another map than that of the opened page is read, once its texts are here. */
export async function fetchSentences(words: Words, of: HowTo): Promise<readonly string[]> {
	await needTourWords(words.language);
	return sentencesOf(words, of);
}
