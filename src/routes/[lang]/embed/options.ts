import type { Language } from '#lib/core/text/text.ts';

export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

/** Parts of a framed map that can be left out, each as a parameter of its address. */
export const EMBED_PARTS = ['title', 'legend', 'list', 'interact'] as const;
export type EmbedPart = (typeof EMBED_PARTS)[number];

/** How a framed map looks; `interact` false is a picture. `auto` follows the reader's device. */
export type EmbedOptions = Readonly<Record<EmbedPart, boolean>> & { readonly theme: EmbedTheme };

/** What a frame shows when its address says nothing. */
export const DEFAULT_EMBED: EmbedOptions = { title: true, legend: true, list: false, interact: true, theme: 'auto' };

/** The options in an address, and the rest of it: the view that is framed. What cannot be used stands as it is without it. */
export function parseEmbed(search: URLSearchParams): { readonly options: EmbedOptions; readonly view: URLSearchParams } {
	const view = new URLSearchParams(search);
	const take = (name: string): string | null => {
		const asked = view.get(name);
		view.delete(name);
		return asked;
	};
	const part = (name: EmbedPart): boolean => {
		const asked = take(name);
		return asked === '0' || asked === '1' ? asked === '1' : DEFAULT_EMBED[name];
	};
	const parts = { title: part('title'), legend: part('legend'), list: part('list'), interact: part('interact') };
	const theme = take('theme');
	return { options: { ...parts, theme: EMBED_THEMES.find((one) => one === theme) ?? DEFAULT_EMBED.theme }, view };
}

/** The address of a framed map without origin: the query of the page it shows, with what differs from the default, and where it looks. */
export function embedAddress(language: Language, query: string, options: EmbedOptions, hash = ''): string {
	const search = new URLSearchParams(query);
	for (const part of EMBED_PARTS) if (options[part] !== DEFAULT_EMBED[part]) search.set(part, options[part] ? '1' : '0');
	if (options.theme !== DEFAULT_EMBED.theme) search.set('theme', options.theme);
	const written = search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
	return `/${language}/embed${written === '' ? '' : `?${written}`}${hash}`;
}

/** Whether the query of a page is one of the workspace: it names what its map is of. */
export const isOfWorkspace = (search: URLSearchParams): boolean => search.has('of');
