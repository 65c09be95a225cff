import { isLanguage, type Language } from '#lib/core/text/text.ts';

/** The first language of an Accept-Language header that the product speaks, by quality; Arabic when none is. */
export function preferredLanguage(header: string | null): Language {
	const wishes = (header ?? '').split(',').map((part) => {
		const [tag = '', ...rest] = part.trim().split(';');
		const quality = rest.map((field) => /^\s*q=([0-9.]+)\s*$/.exec(field)?.[1]).find(Boolean);
		return { language: tag.split('-')[0]!.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
	});
	const known = wishes.filter(({ language, quality }) => isLanguage(language) && quality > 0).sort((a, b) => b.quality - a.quality);
	const best = known[0]?.language;
	return isLanguage(best) ? best : 'ar';
}
