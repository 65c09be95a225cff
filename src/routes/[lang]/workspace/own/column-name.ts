import type { OwnColumn } from '#lib/core/own/own-table.ts';
import type { Words } from '#lib/i18n/words.ts';

/** What a column is called: its header, or its number (from 1) where it has none. */
export const columnName = ({ t, n }: Words, { name }: Pick<OwnColumn, 'name'>, at: number): string =>
	name === '' ? t('own.column.unnamed', { number: n(at + 1) }) : name;
