import { describe, expect, it } from 'vitest';
import type { Cooperative } from './cooperative.ts';
import { corrected, type CooperativeCorrection, type CorrectedField } from './correct.ts';

const NAMED: Cooperative = {
	id: 'C004',
	name: { ar: 'IFRAH', fr: 'IFRAH', en: 'IFRAH' },
	branch: 'agriculture',
	activity: { ar: 'حليب', fr: 'Lait', en: 'Milk' },
	commune: 'Sefrou',
	province: 'MA-SEF',
	region: 'MA-03',
	position: [-4.8, 33.8],
	year: null,
	members: 30,
	womenOnly: true,
	source: { title: 'La Nouvelle Tribune', url: 'https://lnt.ma' }
};
const DECLARED = { title: 'Déclaration', url: null };
const correction = (field: CorrectedField, value: string, source: Cooperative['source'] = DECLARED): CooperativeCorrection => ({
	cooperative: 'C004',
	...{ field, value, source }
});

describe('a named cooperative, corrected', () => {
	it('changes in what is corrected alone, and names the document beside its own', () => {
		expect(corrected(NAMED, [correction('members', '34'), correction('year', '2005')])).toEqual({
			...NAMED,
			members: 34,
			year: '2005',
			source: { title: 'La Nouvelle Tribune · Déclaration', url: 'https://lnt.ma' }
		});
		expect(corrected(NAMED, [])).toEqual(NAMED);
	});

	it('takes the address of the document that has one', () => {
		expect(corrected(NAMED, [correction('year', '2005', { title: 'BO', url: 'https://bo.ma' })]).source.url).toBe('https://bo.ma');
	});

	it('follows a new French spelling wherever the old one stood in, and an Arabic one in Arabic alone', () => {
		expect(corrected(NAMED, [correction('nameFr', 'Ifrah')]).name).toEqual({ ar: 'Ifrah', fr: 'Ifrah', en: 'Ifrah' });
		expect(corrected(NAMED, [correction('nameAr', 'إفراح')]).name).toEqual({ ar: 'إفراح', fr: 'IFRAH', en: 'IFRAH' });
		const both = [correction('nameAr', 'إفراح'), correction('nameFr', 'Ifrah')];
		expect(corrected(NAMED, both).name).toEqual({ ar: 'إفراح', fr: 'Ifrah', en: 'Ifrah' });
		expect(corrected(NAMED, both.toReversed()).name).toEqual({ ar: 'إفراح', fr: 'Ifrah', en: 'Ifrah' });
	});

	it('loses a point that was of another place', () => {
		expect(corrected(NAMED, [correction('commune', 'Bhalil')])).toMatchObject({ commune: 'Bhalil', position: null, province: 'MA-SEF' });
	});

	it('is one of women when all its members are, whichever count came first', () => {
		const counts = [correction('women', '20'), correction('members', '34')];
		expect(corrected(NAMED, counts).womenOnly).toBe(false);
		expect(corrected({ ...NAMED, womenOnly: null }, [correction('women', '30')]).womenOnly).toBe(true);
		expect(corrected({ ...NAMED, members: null }, [correction('women', '30')]).womenOnly).toBe(true);
		expect(corrected(NAMED, [correction('members', '31')]).womenOnly).toBe(true);
	});
});
