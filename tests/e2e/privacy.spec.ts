import { expect, test } from '@playwright/test';
import { emailOf, PASSWORD } from './office-accounts.ts';
import { post } from './office.ts';

/** Somebody who leaves his name and how to reach him with everything he sends; nothing of it may ever be seen without signing in. */
const SENDER = { name: 'Kanaria Tamzirt', phone: '0699887766', email: 'kanaria@canary.example' };
const WORDS = 'Kanaria words of the sender';
const COMMON = { ...SENDER, province: 'MA-CHE', commune: '', chain: '', consent: 'yes', website: '' };

const SENT = {
	needs: { path: '/ar/needs/declare', form: { need: 'other', declarer: 'resident', urgency: 'season', words: WORDS } },
	feedback: { path: '/ar/feedback?about=indicator:illiteracy_rate_10p@MA-CHE/2024', form: { type: 'dispute', words: WORDS } },
	ideas: {
		path: '/ar/ideas/submit',
		form: {
			title: 'زيت أركان معبأ',
			pitch: 'نعبئ زيت أركان ونبيعه في الأسواق القريبة.',
			need: 'market',
			holder: 'group',
			members: '7',
			stage: 'thought'
		}
	},
	projects: {
		path: '/ar/projects/M13/reserve',
		form: { chain: 'poultry-eggs', members: '7', planned: '', words: WORDS, commune: 'Bab Taza' }
	}
} as const;

/** Pages, documents and answers that anybody may ask for, about the place and the things that were sent. */
const PUBLIC = [
	...[
		'ideas',
		'ideas?territory=MA-CHE',
		'ideas/board.csv',
		'needs',
		'territory/MA-CHE',
		'territory/MA-01',
		'projects/M13',
		'cooperatives'
	].flatMap((path) => ['ar', 'fr', 'en'].map((language) => `/${language}/${path}`)),
	'/ar/near?commune=01.151.05.01',
	'/ar/follow',
	'/api/v1/ideas/board',
	'/api/v1/needs',
	'/api/v1/reservations',
	'/api/v1/feedback?territory=MA-CHE',
	'/api/v1/feedback?about=indicator:illiteracy_rate_10p@MA-CHE/2024',
	'/api/v1/diagnostics/MA-CHE',
	'/api/v1/diagnostics/MA-CHE.csv?lang=ar',
	'/api/v1/cooperatives',
	'/api/v1/releases'
];

test('no name, telephone number, address or word of a sender is in any public page, document or answer, nor in the log', async ({
	request,
	playwright,
	baseURL
}) => {
	const origin = baseURL!;
	const tracking: string[] = [];
	for (const { path, form } of Object.values(SENT)) tracking.push(await post(request, origin, path, { ...COMMON, ...form }));
	expect(tracking.every((address) => /\/follow\/[2-9A-Z-]{14}\?new$/.test(address))).toBe(true);

	// The delegate of the region lets everything pass, so that it counts in public.
	const office = await playwright.request.newContext({ baseURL: origin });
	await post(office, origin, '/ar/office/sign-in?/in', { email: emailOf('tanger'), password: PASSWORD });
	for (const [section, action, form] of [
		['needs', 'qualified', {}],
		['feedback', 'answer', { note: 'شكرا' }],
		['projects', 'reserved', {}],
		['ideas', 'screen', {}]
	] as const) {
		const list = await (await office.get(`/ar/office/${section}?status=received`)).text();
		const ids = [...list.matchAll(new RegExp(`/office/${section}/([0-9a-f-]{36})`, 'g'))].map(([, id]) => id!);
		expect(ids.length, section).toBeGreaterThan(0);
		const gate = section === 'ideas' ? '&gate=legal&gate=place&gate=resource&gate=people' : '';
		for (const id of new Set(ids)) {
			const body = new URLSearchParams(form).toString() + gate;
			const headers = { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
			const answer = await office.post(`/ar/office/${section}/${id}?/${action}`, { headers, data: body, maxRedirects: 0 });
			expect(answer.status(), `${section} ${action}`).toBe(303);
		}
	}

	const secrets = [...Object.values(SENDER), WORDS, 'Kanaria'];
	for (const address of [...PUBLIC, ...tracking]) {
		const answer = await request.get(address);
		expect(answer.status(), address).toBe(200);
		const text = await answer.text();
		expect(
			secrets.filter((secret) => text.includes(secret)),
			address
		).toEqual([]);
	}
	// The log is the administrator's, and even he finds nobody in it.
	await post(office, origin, '/ar/office/sign-in?/out', {});
	await post(office, origin, '/ar/office/sign-in?/in', { email: emailOf('administrator'), password: PASSWORD });
	const log = await (await office.get('/ar/office/audit')).text();
	expect(log).toContain('need.submit');
	expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
	await office.dispose();
});

test('what waits for moderation is in no public page, and an unknown code opens nothing', async ({ request, baseURL }) => {
	await post(request, baseURL!, SENT.ideas.path, { ...COMMON, ...SENT.ideas.form, title: 'فكرة لم تُقرأ بعد' });
	for (const path of ['/ar/ideas', '/ar/ideas/board.csv', '/api/v1/ideas/board']) {
		expect(await (await request.get(path)).text()).not.toContain('فكرة لم تُقرأ بعد');
	}
	const unknown = await request.get('/ar/follow/2222-2222-2222', { maxRedirects: 0 });
	expect(unknown.status()).toBe(303);
	expect(unknown.headers()['cache-control']).toBe('no-store');
});
