import type { Text } from '#lib/core/text/text.ts';
import { byKey, rowsOf, textsOf, type Row } from '../rows.ts';
import { RULES } from './folders.ts';

/** Names of the bodies that fund and teach, by the words of the tables; a dash is ourselves, who propose the path. */
export const readBodies = (root: string): ReadonlyMap<string, Row> => byKey(rowsOf(root, `${RULES}/bodies.csv`), 'body');

/** The name of the body in a column; throws on one without texts. */
export function bodyOf(row: Row, column: string, bodies: ReadonlyMap<string, Row>): Text {
	const body = row.text(column);
	return textsOf(bodies.get(body) ?? row.fail(`«${column}» ${body} has no name in bodies.csv.`));
}
