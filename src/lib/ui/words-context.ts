import { getContext, setContext } from 'svelte';
import type { Words } from '#lib/i18n/words.ts';

const KEY = Symbol('words');

/** Gives the words of the page to every component below. A page never changes its language: another language is another document. */
export const setWords = (words: Words): Words => setContext(KEY, words);

/** The words of the page. */
export const useWords = (): Words => getContext<Words>(KEY);
