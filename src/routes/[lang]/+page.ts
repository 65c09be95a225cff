import { loadDeclared } from './map/load-declared.ts';
import { loadPlace } from './place/load-place.ts';
import { hasSymbols } from '#lib/view/view.ts';
import type { PageLoad } from './$types';

/** Parts that few views show come with the page only when its address asks for them: a phone that browses the list does not pay for them. */
export const load: PageLoad = async ({ data, parent }) => ({
	...data,
	parts: data.place ? await loadPlace((await parent()).words.language) : null,
	SymbolKey: hasSymbols(data.view) ? (await import('./map/SymbolKey.svelte')).default : null,
	Declared: data.view.lens === 'needs' ? (await loadDeclared((await parent()).words.language)).default : null,
	TableTwin: data.view.table ? (await import('./map/TableTwin.svelte')).default : null
});
