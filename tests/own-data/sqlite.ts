import initSqlJs from 'sql.js';
import type { OpenSqlite } from '#lib/own-data/geopackage.ts';

/** SQLite as the browser has it, here from the package. */
export const openSqlite: OpenSqlite = () => initSqlJs();
