import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import { addressOfCase, askedCase, caseFromFields } from './case-fields.ts';
import { fieldsOf, shownValue } from './fields.ts';

const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
const eggs = models.find(({ model }) => model.slug === 'beldi_eggs')!.model;
const query = (text: string): URLSearchParams => new URLSearchParams(text);
const asked = (text: string) => askedCase(query(text), eggs, shared, 'fr');

test('a link is a case, and what cannot be used of it is counted or kept in its field', () => {
	expect(asked('')).toEqual({ values: {}, texts: {}, unreadable: 0 });
	expect(asked('p=revenue.0.price:2.1~members:10')).toEqual({
		values: { 'revenue.0.price': 2.1, members: 10 },
		texts: {},
		unreadable: 0
	});
	expect(asked('p=revenue.0.price:900~members:10~revenue.9.price:1~<b>')).toEqual({
		values: { members: 10 },
		texts: { 'revenue.0.price': '900' },
		unreadable: 2
	});
});

test('an address without a field of the form is no form', () => {
	expect(caseFromFields(query('p=members:10&place=MA-HAJ'), eggs, shared, 'fr')).toBeNull();
});

test('a form that nobody changed is the model as shipped', () => {
	for (const { model } of models) {
		const form = new URLSearchParams(fieldsOf(model, shared).map((field) => [field.id, shownValue(field, field.value, 'ar')]));
		expect(caseFromFields(form, model, shared, 'ar')).toEqual({ values: {}, texts: {}, unreadable: 0 });
	}
});

test('a form adds to the case of its link, takes back what was typed back, and loses nothing', () => {
	const form = 'p=members:10~loanRate:0.061234&members=12&loanRate=6,12&revenue.0.price=2,10&variable.0.cost=beaucoup&fixed.0.cost=9000000';
	expect(asked(form)).toEqual({
		// 12 is the model's own; 6,12 is how the rate of the link shows.
		values: { loanRate: 0.061234, 'revenue.0.price': 2.1 },
		texts: { 'variable.0.cost': 'beaucoup', 'fixed.0.cost': '9000000' },
		unreadable: 0
	});
});

test('the address of a case keeps what else the page was asked', () => {
	const url = new URL('http://furas.test/fr/projects/M13?place=MA-HAJ&members=11&p=members:10');
	expect(addressOfCase(url, eggs, shared, { members: 11, 'revenue.0.price': 2.1 })).toBe(
		'/fr/projects/M13?place=MA-HAJ&p=members:11~revenue.0.price:2.1'
	);
	expect(addressOfCase(new URL('http://furas.test/fr/projects/M13?p=members:10'), eggs, shared, {})).toBe('/fr/projects/M13');
});
