import type { Migration } from 'kysely/migration';
import * as bank from './0001-bank.ts';

/** Every migration by name, oldest first. Named in code, not found by listing a folder, so that the bundled server has them too. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-bank': bank };
