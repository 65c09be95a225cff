import { expect, test, type Page } from '@playwright/test';
import { signIn } from './office.ts';
import { WORDS } from './words.ts';

/** A register that nobody holds: 300 rows, one of them without a name, two in a commune that is written wrongly. */
const PLACES = ['Tiznit;Tiznit', 'Ifrane;Ifrane', 'Midelt;Midelt', 'Azilal;Azilal', 'Zagora;Zagora', 'Taounate;Taounate'];
const ACTIVITIES = ['huile d’argan', 'pommes', 'miel', 'safran', 'dattes', 'tapis'];
const ROWS = Array.from({ length: 300 }, (_, i) => {
	const place = i === 20 || i === 21 ? 'Ait Melloulx;Inezgane-Aït Melloul' : PLACES[i % PLACES.length]!;
	const name = i === 7 ? '' : `Coopérative SYNTHETIC ${((i * 2_654_435_761) % 2 ** 32).toString(36)}`;
	return `${900_000 + i};${name};${place};${ACTIVITIES[i % ACTIVITIES.length]};${1990 + (i % 30)};${7 + (i % 20)};0600000000;Personne ${i}`;
});
const FILE = ['Numéro;Nom;Commune;Province;Activité;Année de création;Membres;Téléphone;Gérant', ...ROWS].join('\r\n');

const state = (page: Page, name: string) => expect(page.locator(`[data-state="${name}"]`)).toBeVisible();

test('a planner sends a file, answers what it asks, enters it and takes it out again', async ({ page }) => {
	const { t } = WORDS.ar;
	await signIn(page, 'planner');
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto('/ar/office/import/upload');
	await page
		.locator('#file')
		.setInputFiles({ name: 'صورة.csv', mimeType: 'text/csv', buffer: Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1') });
	await page.locator('main form button').click();
	await expect(page.locator('#file-issue')).toHaveText(t('table.fault.image'));
	await page.locator('#file').setInputFiles({ name: 'registre.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
	await page.locator('main form button').click();

	await state(page, 'uploaded');
	await expect(page.locator('[name="use-7"]')).toHaveValue('personal');
	await expect(page.locator('main')).not.toContainText('0600000000');
	await page.locator('[name="use-1"]').selectOption('ignored');
	await page.locator('form[action="?/map"] button').click();
	await expect(page.locator('[role=alert]')).toHaveText(t('import.map.problem.no-name', { found: '', field: '' }));
	await page.locator('[name="use-1"]').selectOption('name');
	await page.locator('form[action="?/map"] button').click();

	await state(page, 'read');
	await expect(page.locator('[data-count="error"] dd')).toHaveText('1');
	await page.locator('[data-count="error"] a').click();
	await page.locator('[data-line="9"] a').click();
	await page.locator('#name').fill('Coopérative SYNTHETIC corrigée');
	await page.locator('form[action="?/fix"] button').click();
	await expect(page.locator('[data-row-state="ready"]')).toBeVisible();

	await page.goto(page.url().replace(/\/rows\/.*/, '/review?ask=place'));
	const question = page.locator('[data-question="place"]');
	await expect(question).toHaveCount(1);
	await question.locator('button').click();
	await expect(question.locator('[role=alert]')).toHaveText(t('import.issue.no-answer'));
	await question.locator('input[type=radio]').first().check();
	await question.locator('button').click();
	await expect(page.locator('[role=status]')).toHaveText(t('import.review.done', { count: 2, shown: '2' }));
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(overflow).toBeLessThanOrEqual(0);

	await page.goto(page.url().replace(/\/review.*/, '/confirm?deed=enter'));
	await page.locator('main form button').click();
	await state(page, 'committed');
	await expect(page.locator('main dd').first()).toHaveText('300');
	await page.goto(page.url().replace('/ar/', '/fr/'));
	await page.locator('a[href$="deed=undo"]').click();
	await page.locator('main form button').click();
	await state(page, 'undone');
	await page.goto('/fr/office/import');
	await expect(page.locator('main')).toContainText(WORDS.fr.t('import.register', { count: 0, shown: '0' }));
});

test('a delegate sees the section, and neither another region nor what is the planner’s', async ({ page }) => {
	await signIn(page, 'fes', 'fr');
	await page.goto('/fr/office/import');
	await expect(page.locator('main .notice')).toHaveText(WORDS.fr.t('import.nation'));
	const refused = await page.goto('/fr/office/import/upload');
	expect(refused?.status()).toBe(403);
	const missing = await page.goto('/fr/office/import/nothing');
	expect(missing?.status()).toBe(404);
});
