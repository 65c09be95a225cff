import type { Migration } from 'kysely/migration';
import * as bank from './0001-bank.ts';
import * as projectDetails from './0002-project-details.ts';
import * as localities from './0003-localities.ts';

/** Every migration by name, oldest first. Named in code, not found by listing a folder, so that the bundled server has them too. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
	'0001-bank': bank,
	'0002-project-details': projectDetails,
	'0003-localities': localities
};
