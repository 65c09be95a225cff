import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import type { Reason } from '#lib/core/recommendation/answer.ts';
import { REASON_KINDS } from '#lib/core/recommendation/reason-kinds.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { sayReason, type ReasonNames } from './reasons.ts';
import { wordsOf } from './words.ts';

const NAMES: ReasonNames = {
	name: (kind, id) => (id === 'unheard-of' ? null : `${kind} ${id}`),
	indicator: (id) => (id === 'unemployment_rate' ? { name: 'Unemployment', unit: '%', decimals: 1 } : null)
};

const reason = (over: Partial<Reason>): Reason => ({ kind: 'top', numbers: {}, ids: {}, sources: [], ...over });
const say = async (over: Partial<Reason>, language: (typeof LANGUAGES)[number] = 'en'): Promise<string> =>
	sayReason(await wordsOf(language), reason(over), NAMES);

describe('a reason', () => {
	it('of every kind has its sentence in every language', async () => {
		for (const language of LANGUAGES) {
			const { t } = await wordsOf(language);
			for (const kind of REASON_KINDS) expect(t(`reason.${kind}`, everyArgument), `${language} ${kind}`).not.toMatch(/^reason\.|^$|[{}]/);
		}
	});

	it('says its numbers as their names ask', async () => {
		expect(await say({ kind: 'top', numbers: { share: 0.834 } })).toBe(
			'Probability that this place is in the top quarter of the country for the chain: 83%'
		);
		const far = { kind: 'far', ids: { territory: 'MA-TAR' } } as const;
		expect(await say({ ...far, numbers: { km: 4.26 } })).toContain('4.3 km away (territory MA-TAR)');
		expect(await say({ ...far, numbers: { km: 31.7 } })).toContain('32 km');
		expect(await say({ kind: 'debt-covered', numbers: { ratio: 1.28 } })).toContain('1.28 times');
	});

	it('of an indicator gives its name, value, unit and year', async () => {
		const ids = { pillar: 'need', indicator: 'unemployment_rate' };
		expect(await say({ kind: 'need-up', ids, numbers: { value: 24.61, year: 2024 } })).toBe(
			'Need is greater than in a typical commune – Unemployment: 24.6%, 2024'
		);
	});

	it('names what the data names, several things as a list, and shows an id that nobody knows', async () => {
		expect(await say({ kind: 'skills-missing', ids: { skill: 'sales,books' } })).toBe(
			'Skills to learn through training: skill sales; skill books'
		);
		expect(await say({ kind: 'on-site', ids: { trigger: 'unheard-of' } })).toBe('To be checked on site: unheard-of');
	});

	it('sets the capital of a text that stands alone aside, and leaves an abbreviation its own', async () => {
		const texts: Readonly<Record<string, string>> = {
			water: 'A water point',
			farms: 'Small farms, under 10 ha',
			zone: 'ANDA zone',
			net: '4G'
		};
		const names: ReasonNames = { ...NAMES, name: (_, id) => texts[id] ?? null };
		const onSite = reason({ kind: 'on-site', ids: { trigger: 'water,farms,zone,net' } });
		expect(sayReason(await wordsOf('en'), onSite, names)).toBe(
			'To be checked on site: a water point; small farms, under 10 ha; ANDA zone; 4G'
		);
		expect(sayReason(await wordsOf('fr'), onSite, names)).toContain('a water point\u202f; small farms');
	});

	it('counts people with the plural of the language', async () => {
		const short = (count: number) => say({ kind: 'members-short', numbers: { count } }, 'ar');
		expect(await short(1)).toBe('ينقصكم عضو واحد مقارنة بالنموذج');
		expect(await short(2)).toBe('ينقصكم عضوان مقارنة بالنموذج');
		expect(await short(5)).toBe('ينقصكم 5 أعضاء مقارنة بالنموذج');
		expect(await short(18)).toBe('ينقصكم 18 عضوا مقارنة بالنموذج');
	});

	it('names pillars, gates and the answers that were not given', async () => {
		expect(await say({ kind: 'pillar-weak', ids: { pillar: 'access' }, numbers: { value: 0.314 } })).toBe(
			'The weakest pillar here: Access, 31 of 100'
		);
		expect(await say({ kind: 'ineligible', ids: { gate: 'no-coast' } })).toMatch(/^Does not apply here: ./);
		expect(await say({ kind: 'unsaid', ids: { answer: 'money,skills' } })).toBe(
			'Not counted, because you did not say: your own money and your skills'
		);
	});
});

/** A value for every argument that any reason names. */
const everyArgument = Object.fromEntries(
	Object.entries(await import('./messages/near/ar.json').then(({ default: messages }) => messages))
		.filter(([key]) => key.startsWith('reason.'))
		.flatMap(([, text]) => namesIn(parse(text, { ignoreTag: true })))
		.map((name) => [name, name === 'count' ? 3 : 'x'])
);

function namesIn(elements: readonly MessageFormatElement[]): string[] {
	return elements.flatMap((element) => {
		if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
		const inner = 'options' in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : [];
		return ['value' in element ? element.value : '', ...inner];
	});
}
