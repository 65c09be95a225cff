import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const ASSETS = 'build/client/_app/immutable';

/** What the built app must not carry to a reader, told by words that only it holds. */
test('the app ships no parser of messages', () => {
	const scripts = readdirSync(ASSETS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
	expect(scripts.length).toBeGreaterThan(0);
	const parsers = scripts.filter((name) => /requiresOtherClause|shouldParseSkeletons/.test(readFileSync(`${ASSETS}/${name}`, 'utf8')));
	expect(parsers).toEqual([]);
});
