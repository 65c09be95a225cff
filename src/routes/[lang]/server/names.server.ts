export { namesIn, type NamesInWords } from '#lib/server/names.ts';
