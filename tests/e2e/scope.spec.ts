import { expect, test } from '@playwright/test';
import { emailOf, PASSWORD, type Somebody } from './office-accounts.ts';
import { post } from './office.ts';

const IDEA = {
	title: 'تثمين الصبار',
	pitch: 'نجفف الصبار ونبيعه.',
	need: 'market',
	holder: 'group',
	members: '6',
	stage: 'thought',
	consent: 'yes'
};
const NEED = { need: 'other', declarer: 'resident', urgency: 'season', words: 'بئر للري', consent: 'yes' };
const SECTIONS = ['ideas', 'needs'] as const;

test('the delegate of Fès-Meknès neither sees nor changes what was sent in Souss-Massa, by pages and by the API', async ({
	request,
	playwright,
	baseURL
}) => {
	const origin = baseURL!;
	await post(request, origin, '/ar/ideas/submit', { ...IDEA, province: 'MA-TAR' });
	await post(request, origin, '/ar/needs/declare', { ...NEED, province: 'MA-TAR' });
	const as = async (who: Somebody) => {
		const office = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { accept: 'text/html', origin } });
		await post(office, origin, '/ar/office/sign-in?/in', { email: emailOf(who), password: PASSWORD });
		return office;
	};
	const [souss, fes] = [await as('souss'), await as('fes')];
	for (const section of SECTIONS) {
		const list = await (await souss.get(`/ar/office/${section}?status=received&province=MA-TAR`)).text();
		const id = new RegExp(`/office/${section}/([0-9a-f-]{36})`).exec(list)![1]!;
		expect((await souss.get(`/ar/office/${section}/${id}`)).status()).toBe(200);
		expect(await (await fes.get(`/ar/office/${section}`)).text()).not.toContain(id);
		expect((await fes.get(`/ar/office/${section}/${id}`)).status(), section).toBe(404);
		for (const action of section === 'ideas' ? ['move', 'screen', 'jury', 'contact'] : ['qualified', 'rejected', 'contact']) {
			const answer = await fes.post(`/ar/office/${section}/${id}?/${action}`, { form: { to: 'rejected' }, maxRedirects: 0 });
			expect(answer.status(), `${section} ${action}`).toBe(404);
		}
		expect(await (await souss.get(`/ar/office/${section}?status=received&province=MA-TAR`)).text()).toContain(id);
		if (section !== 'ideas') continue;
		expect((await fes.get(`/api/v1/office/ideas/${id}`)).status()).toBe(404);
		const moved = await fes.post(`/api/v1/office/ideas/${id}/move`, { data: { to: 'rejected' } });
		expect(moved.status()).toBe(404);
	}
	for (const closed of ['accounts', 'audit', 'releases', 'jury']) {
		expect((await fes.get(`/ar/office/${closed}`)).status(), closed).toBe(403);
	}
	await souss.dispose();
	await fes.dispose();
});
