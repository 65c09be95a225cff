import type { Text } from '#lib/core/text/text.ts';
import { byKey, rowsOf, textsOf, type Row } from './rows.ts';

const FOLDER = 'facts/furas/texts/2026';

/** What the fact tables say in one language, in the three languages of the product. */
export interface Texts {
	/** The unit of a figure; throws on one without texts. */
	unit(row: Row, unit: string): Text;
	/** The note of a row; null when there is none or when `notes.csv` drops it with its reason. */
	note(row: Row, note: string | null): Text | null;
	/** The activity of a cooperative; null when the source does not say. */
	activity(row: Row, activity: string | null): Text | null;
}

/** The texts of units, notes and activities. */
export function readTexts(root: string): Texts {
	const units = byKey(rowsOf(root, `${FOLDER}/units.csv`), 'unit');
	const notes = byKey(rowsOf(root, `${FOLDER}/notes.csv`), 'note');
	const activities = byKey(rowsOf(root, `${FOLDER}/activities.csv`), 'activity');
	const find = (table: Map<string, Row>, row: Row, what: string, key: string): Row =>
		table.get(key) ?? row.fail(`the ${what} «${key}» has no text in three languages.`);
	return {
		unit: (row, unit) => textsOf(find(units, row, 'unit', unit)),
		note: (row, note) => {
			if (note === null) return null;
			const known = find(notes, row, 'note', note);
			return known.optional('dropped_because') === null ? textsOf(known) : null;
		},
		activity: (row, activity) => {
			if (activity === null || activity.startsWith('non précisée')) return null;
			return textsOf(find(activities, row, 'activity', activity));
		}
	};
}
