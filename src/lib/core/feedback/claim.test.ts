import { describe, expect, it } from 'vitest';
import { checkClaim, type ClaimRecord } from './claim.ts';

/** C004 of the named cooperatives of 2026. */
const IFRAH: ClaimRecord = {
	nameAr: 'تعاونية إفراح',
	nameFr: 'IFRAH',
	activity: null,
	commune: 'Sefrou',
	year: null,
	members: '30',
	women: null,
	status: null
};
const PROOF = { proof: 'Récépissé de dépôt du PV de l’assemblée générale' };
const check = (typed: Record<string, string>) => checkClaim({ ...PROOF, ...typed }, IFRAH, { thisYear: 2026 });

describe('the claim of a cooperative', () => {
	it('holds what changes and nothing else', () => {
		const answer = check({ 'record.nameFr': 'IFRAH', 'record.members': '٣٤', 'record.year': '2009', 'record.status': 'active' });
		expect(answer).toMatchObject({ ok: true, value: { changes: { members: '34', year: '2009', status: 'active' } } });
	});

	it('erases nothing by an empty field', () => {
		expect(check({ 'record.commune': '', 'record.women': '12' })).toMatchObject({ ok: true, value: { changes: { women: '12' } } });
	});

	it.each([
		[{}, { form: 'nothing-changed' }],
		[{ 'record.year': '2009-2010' }, { 'record.year': 'year-bad' }],
		[{ 'record.members': '3,5 M' }, { 'record.members': 'count-bad' }],
		[{ 'record.women': '31' }, { 'record.women': 'women-more' }],
		[{ 'record.status': 'asleep' }, { 'record.status': 'status-unknown' }],
		[{ 'record.nameFr': 'x'.repeat(161) }, { 'record.nameFr': 'too-long' }],
		[{ 'record.members': '31', proof: '' }, { proof: 'proof-missing' }]
	])('is told what is wrong: %j', (typed, issues) => {
		expect(check(typed)).toEqual({ ok: false, issues });
	});
});
