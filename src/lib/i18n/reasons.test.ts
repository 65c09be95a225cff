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
			'Probability that the chain is in the top quarter of the country here: 83%'
		);
		const far = { kind: 'far', ids: { territory: 'MA-TAR' } } as const;
		expect(await say({ ...far, numbers: { km: 4.26 } })).toContain('territory MA-TAR, 4.3 km');
		expect(await say({ ...far, numbers: { km: 31.7 } })).toContain('32 km');
		expect(await say({ kind: 'debt-covered', numbers: { ratio: 1.28 } })).toContain('1.28 times');
	});

	it('of an indicator gives its name, value, unit and year', async () => {
		const ids = { pillar: 'need', indicator: 'unemployment_rate' };
		expect(await say({ kind: 'need-up', ids, numbers: { value: 24.61, year: 2024 } })).toBe(
			'Need is greater than usual: Unemployment: 24.6%, 2024'
		);
	});

	it('names what the data names, several things as a list, and shows an id that nobody knows', async () => {
		expect(await say({ kind: 'skills-missing', ids: { skill: 'sales,books' } })).toBe(
			'Skills to learn through training: skill sales and skill books'
		);
		expect(await say({ kind: 'on-site', ids: { trigger: 'unheard-of' } })).toBe('To be checked on site: unheard-of');
	});

	it('counts people with the plural of the language', async () => {
		const short = (count: number) => say({ kind: 'members-short', numbers: { count } }, 'ar');
		expect(await short(1)).toBe('ينقص عضو واحد عن عدد أعضاء النموذج');
		expect(await short(2)).toBe('ينقص عضوان عن عدد أعضاء النموذج');
		expect(await short(5)).toBe('ينقص 5 أعضاء عن عدد أعضاء النموذج');
		expect(await short(18)).toBe('ينقص 18 عضوا عن عدد أعضاء النموذج');
	});

	it('names pillars, gates and the answers that were not given', async () => {
		expect(await say({ kind: 'pillar-weak', ids: { pillar: 'access' }, numbers: { value: 0.314 } })).toBe(
			'The weakest side here: Access, 31 of 100'
		);
		expect(await say({ kind: 'ineligible', ids: { gate: 'no-coast' } })).toMatch(/^Not possible here: ./);
		expect(await say({ kind: 'unsaid', ids: { answer: 'money,skills' } })).toBe('Not counted because not said: your own money and skills');
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
