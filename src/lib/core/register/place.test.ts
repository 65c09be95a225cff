import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPlace, placeIndex, type ToldPlace } from './place.ts';
import { withPosition, type Locate } from './place-position.ts';
import { TERRITORIES } from './scenarios/territories.ts';

const index = placeIndex(TERRITORIES, [
	{ name: { ar: 'بودراع', fr: 'Boudraa', en: 'Boudraa' }, commune: '03.271.03.01', basis: 'stated', origin: 'C008' },
	{ name: { ar: 'Roches Noires', fr: 'Roches Noires', en: 'Roches Noires' }, commune: '06.141.01.0', basis: 'stated', origin: 'C063' }
]);
const told = (place: Partial<ToldPlace>): ToldPlace => ({ communeCode: null, commune: null, province: null, region: null, ...place });
const match = (place: Partial<ToldPlace>) => matchPlace(index, told(place));

describe('a commune told by its code', () => {
	it.each(['04.491.01.09x', '999999999'])('is not found under %s', (communeCode) =>
		expect(match({ communeCode })).toMatchObject({ outcome: 'unmatched', problems: [{ kind: 'code-unknown' }] })
	);

	it.each(['03.271.03.01', '032710301', '32710301', '3.271.3.1', '32710301.0', '٠٣٫٢٧١٫٠٣٫٠١'])('is found under %s', (communeCode) =>
		expect(match({ communeCode })).toMatchObject({
			outcome: 'matched',
			commune: '03.271.03.01',
			province: 'MA-IFR',
			region: 'MA-03',
			by: 'code'
		})
	);

	it.each(['06.141.01.0', '001.511', '06141010', '006141010'])('of a whole city (%s) too', (communeCode) =>
		expect(match({ communeCode }).commune).toBe(communeCode === '001.511' ? null : '06.141.01.0')
	);

	it('is looked at when the name or the province says otherwise', () => {
		expect(match({ communeCode: '032710301', commune: 'Sefrou' })).toMatchObject({
			outcome: 'ambiguous',
			commune: null,
			candidates: [{ code: '03.271.03.01' }, { code: '03.451.01.09' }],
			problems: [{ kind: 'code-differs', found: '03.271.03.01', suggestion: '03.451.01.09' }]
		});
		expect(match({ communeCode: '032710301', province: 'Sefrou' })).toMatchObject({ outcome: 'ambiguous', province: 'MA-SEF' });
	});

	it('stands beside a name nobody knows, with a warning', () =>
		expect(match({ communeCode: '032710301', commune: 'Tazouta' })).toMatchObject({
			outcome: 'matched',
			problems: [{ kind: 'code-differs' }]
		}));
});

describe('a commune told by its name', () => {
	it.each([
		['Ain Leuh', 'name'],
		['AÏN-LEUH', 'name'],
		['عين اللوح', 'name'],
		['جماعة عين اللوح', 'name'],
		['Commune rurale de Ain Leuh', 'name'],
		['C.R. Ain Leuh', 'name'],
		['Ain Leuh (douar Boudraa)', 'name'],
		['douar Boudraa', 'locality']
	])('«%s» is found in its province by %s', (commune, by) =>
		expect(match({ commune, province: 'Province d’Ifrane' })).toMatchObject({ outcome: 'matched', commune: '03.271.03.01', by })
	);

	it('is found by its sound, inside the province named only', () => {
		expect(match({ commune: 'Talyouine', province: 'Taroudant' })).toMatchObject({
			outcome: 'matched',
			commune: '09.541.01.11',
			by: 'sound'
		});
		expect(match({ commune: 'Talyouine' })).toMatchObject({ outcome: 'unmatched', candidates: [{ code: '09.541.01.11', by: 'sound' }] });
	});

	it('is found in Tifinagh by its sound', () =>
		expect(match({ commune: 'ⵜⴰⵔⵓⴷⴰⵏⵜ', province: 'تارودانت' })).toMatchObject({ outcome: 'matched', commune: '09.541.01.13' }));

	it('is ambiguous when several bear the name, and found once the province or region tells which', () => {
		expect(match({ commune: 'أولاد عيسى' })).toMatchObject({
			outcome: 'ambiguous',
			commune: null,
			candidates: [{ score: 1 }, { score: 1 }, { score: 1 }]
		});
		expect(match({ commune: 'أولاد عيسى', region: 'جهة سوس ماسة' })).toMatchObject({ outcome: 'matched', commune: '09.541.04.33' });
		expect(match({ commune: 'Oulad Aissa', province: 'MA-JDI' })).toMatchObject({ outcome: 'matched', commune: '06.181.05.03' });
	});

	it('is ambiguous when the cell names two', () =>
		expect(match({ commune: 'Tassousfi / Taliouine', province: 'Taroudannt' }).candidates.map(({ code }) => code)).toEqual([
			'09.541.01.11',
			'09.541.07.19'
		]));

	it('is never guessed from its likeness; what it may be is offered', () =>
		expect(match({ commune: 'Taliwrine', province: 'Taroudannt' })).toMatchObject({
			outcome: 'unmatched',
			province: 'MA-TAR',
			candidates: [{ code: '09.541.01.11', by: 'likeness' }],
			problems: [{ kind: 'commune-unknown' }]
		}));

	it('is not taken from another province than the one named', () =>
		expect(match({ commune: 'Sefrou', province: 'Ifrane' })).toMatchObject({
			outcome: 'unmatched',
			province: 'MA-IFR',
			problems: [{ kind: 'commune-elsewhere', suggestion: '03.451.01.09' }]
		}));

	it('is looked at when the province is written that nobody knows', () =>
		expect(match({ commune: 'Azrou', province: 'Meknès-Tafilalet' })).toMatchObject({
			outcome: 'ambiguous',
			candidates: [{ code: '03.271.01.01' }]
		}));

	it('never crosses a named province or region', () => {
		const names = TERRITORIES.flatMap(({ name, aliases }) => [name.ar, name.fr, ...aliases]);
		const text = fc.oneof(
			fc.constantFrom(...names),
			fc.tuple(fc.constantFrom(...names), fc.nat(20)).map(([name, at]) => name.slice(0, at) + name.slice(at + 1))
		);
		const provinces = TERRITORIES.filter(({ level }) => level === 'province');
		fc.assert(
			fc.property(text, fc.constantFrom(...provinces), fc.boolean(), (commune, province, inRegion) => {
				const {
					outcome,
					commune: found,
					...place
				} = match({ commune, ...(inRegion ? { region: province.parent } : { province: province.name.fr }) });
				if (outcome !== 'matched') return;
				expect(place.region).toBe(province.parent);
				if (!inRegion) expect(TERRITORIES.find(({ code }) => code === found)!.parent).toBe(province.code);
			})
		);
	});

	it('matches every commune by any of its names inside its province, and by no likeness', () => {
		for (const { level, code, parent, name, aliases } of TERRITORIES) {
			if (level !== 'commune') continue;
			for (const commune of [...Object.values(name), ...aliases]) expect(match({ commune, province: parent }).commune, commune).toBe(code);
		}
	});
});

describe('a place told without a commune', () => {
	it.each(['Ifrane', 'إقليم إفران', 'MA-IFR', 'ifr', 'Prov. Ifrane', 'Yfrane'])('«%s» is the province', (province) =>
		expect(match({ province })).toMatchObject({ outcome: 'matched', commune: null, province: 'MA-IFR', by: 'province' })
	);

	it.each(['Souss-Massa', 'جهة سوس-ماسة', 'Région de Souss Massa', '9', '09', 'MA-09'])('«%s» is the region, with a warning', (region) =>
		expect(match({ region })).toMatchObject({ outcome: 'matched', province: null, region: 'MA-09', problems: [{ kind: 'region-only' }] })
	);

	it('is none when nothing is told, and not found when nobody knows it', () => {
		expect(match({}).outcome).toBe('none');
		expect(match({ province: 'Atlantide' })).toMatchObject({ outcome: 'unmatched', problems: [{ kind: 'province-unknown' }] });
	});

	it('takes the province where the region disagrees', () =>
		expect(match({ province: 'Ifrane', region: 'Souss-Massa' })).toMatchObject({
			region: 'MA-03',
			problems: [{ kind: 'region-differs', suggestion: 'MA-03' }]
		}));
});

describe('a point beside the place told', () => {
	const at =
		(commune: string | null, province: string): Locate =>
		() => ({ commune, province });
	const POINT = [-5, 33] as const;
	const kinds = (place: Partial<ToldPlace>, locate: Locate) =>
		withPosition(index, match(place), POINT, locate).problems.map(({ kind }) => kind);

	it('is compared with it, and both are named', () => {
		const place = { commune: 'Ain Leuh', province: 'Ifrane' };
		expect(kinds(place, at('03.271.03.01', 'MA-IFR'))).toEqual([]);
		expect(withPosition(index, match(place), POINT, at('03.271.01.01', 'MA-IFR')).problems).toMatchObject([
			{ kind: 'position-in-other-commune', severity: 'warning', found: '03.271.03.01', suggestion: '03.271.01.01' }
		]);
		expect(kinds(place, at('03.451.01.09', 'MA-SEF'))).toEqual(['position-in-other-province']);
		expect(withPosition(index, match(place), POINT, () => null).problems).toMatchObject([{ kind: 'position-outside', severity: 'error' }]);
	});

	it('tells the commune where none is told, inside the province named', () => {
		expect(withPosition(index, match({}), POINT, at('03.271.01.01', 'MA-IFR'))).toMatchObject({
			outcome: 'matched',
			commune: '03.271.01.01',
			region: 'MA-03',
			by: 'position'
		});
		expect(withPosition(index, match({ region: 'MA-03' }), POINT, at('03.271.01.01', 'MA-IFR'))).toMatchObject({
			commune: '03.271.01.01',
			problems: []
		});
		expect(withPosition(index, match({ province: 'Sefrou' }), POINT, at('03.271.01.01', 'MA-IFR'))).toMatchObject({
			commune: null,
			province: 'MA-SEF'
		});
	});

	it('settles which of the namesakes is meant, and only that', () => {
		expect(withPosition(index, match({ commune: 'Oulad Aissa' }), POINT, at(null, 'MA-JDI'))).toMatchObject({
			outcome: 'matched',
			commune: '06.181.05.03'
		});
		expect(withPosition(index, match({ commune: 'Oulad Aissa' }), POINT, at(null, 'MA-IFR')).outcome).toBe('ambiguous');
	});

	it('puts its commune first among those to choose from', () =>
		expect(
			withPosition(index, match({ commune: 'Zzz', province: 'Ifrane' }), POINT, at('03.271.01.01', 'MA-IFR')).candidates[0]
		).toMatchObject({ code: '03.271.01.01', by: 'position' }));
});
