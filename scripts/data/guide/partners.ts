import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	OFFICE_LEVELS,
	OFFICE_PRESENCES,
	OFFICE_TIES,
	OUTLET_KINDS,
	type NamedOffice,
	type Outlet,
	type Partner,
	type PartnerDirectory,
	type Publication,
	type PublicMeeting
} from '#lib/core/support/partner.ts';
import { rowsOf, textsOf, type Row } from '../rows.ts';
import { FOLDERS, sourceFile } from '../sources.ts';
import { confidenceOf, listOf, oneOf, optionalTexts } from './cells.ts';
import { PARTNERS } from './folders.ts';
import { readInstruments } from './instruments.ts';
import { readLegalSteps } from './legal-steps.ts';
import { readModules } from './training.ts';

/** The directory of partners: types of office, offices that sources name, public meetings, outlets. Throws a sentence that names file, row and value. */
export function readPartners(root: string): PartnerDirectory {
	const codes = new Set(['regions', 'provinces'].flatMap((table) => rowsOf(root, `${FOLDERS.census}/${table}.csv`)).map((row) => row.text('iso_3166_2')));
	const funding = idsOf(readInstruments(root));
	const training = idsOf(readModules(root));
	const steps = idsOf(readLegalSteps(root));
	const table = <T>(name: string, read: (row: Row) => T): T[] => rowsOf(root, `${PARTNERS}/${name}.csv`).map(read);
	return {
		partners: table('offices', (row): Partner => ({
			id: row.text('id'),
			level: oneOf(row, 'level', OFFICE_LEVELS),
			presence: oneOf(row, 'presence', OFFICE_PRESENCES),
			name: textsOf(row, 'name'),
			does: textsOf(row, 'does'),
			funding: known(row, 'funding', funding),
			training: known(row, 'training', training),
			steps: known(row, 'steps', steps),
			vintage: row.text('vintage'),
			confidence: confidenceOf(row),
			source: publicationOf(row)
		})),
		named: table('named_offices', (row): NamedOffice => ({
			id: row.text('id'),
			partner: row.text('office'),
			name: textsOf(row, 'name'),
			tie: oneOf(row, 'tie', OFFICE_TIES),
			territories: known(row, 'territories', codes),
			asOf: row.optional('as_of'),
			note: optionalTexts(row, 'note'),
			source: publicationOf(row)
		})),
		meetings: table('meetings', (row): PublicMeeting => ({
			id: row.text('id'),
			region: row.text('region'),
			place: textsOf(row, 'place'),
			date: row.optional('date'),
			partners: optionalTexts(row, 'partners'),
			source: publicationOf(row)
		})),
		outlets: table('outlets', (row): Outlet => ({
			id: row.text('id'),
			kind: oneOf(row, 'kind', OUTLET_KINDS),
			name: textsOf(row, 'name'),
			what: textsOf(row, 'what'),
			territories: known(row, 'territories', codes),
			asOf: row.optional('as_of'),
			programme: known(row, 'programme', new Set([...funding, ...training]))[0] ?? null,
			source: publicationOf(row)
		})),
		credit: sourceFile(root, PARTNERS).credit
	};
}

/** Writes `partners.json` into `folder`, from the tables under `root`. */
export function writePartners(folder: string, root: string): void {
	writeFileSync(join(folder, 'partners.json'), JSON.stringify(readPartners(root)));
}

const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));

/** The parts of a cell, each one of `ids`; throws on a stranger. */
function known(row: Row, column: string, ids: ReadonlySet<string>): string[] {
	const parts = listOf(row, column);
	const stranger = parts.find((part) => !ids.has(part));
	return stranger === undefined ? parts : row.fail(`«${column}» names ${stranger}, which does not exist.`);
}

const publicationOf = (row: Row): Publication => ({ title: row.text('source_title'), url: row.optional('source_url') });
