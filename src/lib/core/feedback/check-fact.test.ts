import { describe, expect, it } from 'vitest';
import { checkCorrection, checkEvidence, type FactChoices } from './check-fact.ts';

const CHOICES: FactChoices = {
	territories: ['MA-TAR', 'MA-09'],
	chains: ['saffron'],
	units: [{ ar: 'هكتار', fr: 'ha', en: 'ha' }],
	thisYear: 2026
};
const TYPED = {
	territory: 'MA-TAR',
	chain: 'saffron',
	'product.ar': 'زعفران تالوين',
	'product.fr': 'Safran de Taliouine',
	'product.en': 'Taliouine saffron',
	kind: 'AOP',
	scope: 'province',
	value: '1 200',
	unit: 'ha',
	year: '2024',
	title: 'Bulletin officiel n° 5900',
	url: 'https://www.sgg.gov.ma/bo5900.pdf',
	date: '2024-12-16'
};

describe('evidence the office accepts', () => {
	it('has all that a documented potential needs', () => {
		expect(checkEvidence(TYPED, CHOICES)).toEqual({
			ok: true,
			value: {
				territory: 'MA-TAR',
				chain: 'saffron',
				product: { ar: 'زعفران تالوين', fr: 'Safran de Taliouine', en: 'Taliouine saffron' },
				kind: 'AOP',
				scope: 'province',
				value: 1200,
				unit: { ar: 'هكتار', fr: 'ha', en: 'ha' },
				year: '2024',
				source: { title: 'Bulletin officiel n° 5900', url: 'https://www.sgg.gov.ma/bo5900.pdf' },
				sourceDate: '2024-12-16'
			}
		});
	});

	it('may be without figure and without address, never without source, product or place', () => {
		expect(checkEvidence({ ...TYPED, value: '', url: '', date: '', year: '' }, CHOICES)).toMatchObject({
			ok: true,
			value: { value: null, unit: null, year: null, sourceDate: null, source: { url: null } }
		});
		expect(checkEvidence({}, CHOICES)).toEqual({
			ok: false,
			issues: {
				territory: 'territory-unknown',
				chain: 'chain-missing',
				'product.ar': 'product-missing',
				'product.fr': 'product-missing',
				'product.en': 'product-missing',
				kind: 'kind-missing',
				scope: 'scope-missing',
				title: 'title-missing'
			}
		});
	});

	it.each([
		['territory', 'MA-HAJ', 'territory-unknown'],
		['value', '-3', 'value-bad'],
		['unit', 'bushels', 'unit-unknown'],
		['year', '2090', 'year-bad'],
		['url', 'javascript:alert(1)', 'url-bad'],
		['date', '2024-13-40', 'date-bad']
	])('is refused for its %s %s', (field, text, issue) => {
		expect(checkEvidence({ ...TYPED, [field]: text }, CHOICES)).toEqual({ ok: false, issues: { [field]: issue } });
	});
});

describe('a correction the office accepts', () => {
	const typed = { value: '21,4', year: '2025', title: 'RGPH 2024', url: '' };
	it('is a number for a figure and words for the rest, always with its source', () => {
		const options = { field: 'value', isNumber: true, thisYear: 2026 };
		expect(checkCorrection(typed, options)).toMatchObject({
			ok: true,
			value: { value: '21.4', source: { title: 'RGPH 2024', url: null } }
		});
		expect(checkCorrection({ ...typed, value: 'many' }, options)).toEqual({ ok: false, issues: { value: 'value-bad' } });
		expect(checkCorrection({ ...typed, value: 'Safran', title: '' }, { ...options, isNumber: false })).toEqual({
			ok: false,
			issues: { title: 'title-missing' }
		});
	});
});
