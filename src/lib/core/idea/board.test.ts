import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { FEWEST_SHOWN } from '#lib/core/need/suppress.ts';
import { byNeed, byTerritory, guarded, ideasOf, WHOLE_BOARD, type BoardIdea } from './board.ts';

const idea = (province: string | null, need: BoardIdea['need'], status: BoardIdea['status'] = 'screened'): BoardIdea => ({
	id: 'x',
	title: 'عسل',
	pitch: 'عسل',
	need,
	stage: 'tried',
	status,
	region: province === 'MA-AGD' ? 'MA-09' : 'MA-03',
	province,
	chain: 'honey',
	sheet: null,
	language: 'ar',
	month: '2026-11'
});
const IDEAS = [idea('MA-HAJ', 'market'), idea('MA-AGD', 'water'), idea(null, 'market', 'winner')];

describe('the board', () => {
	it('counts every need, those nobody answers too', () => {
		expect(byNeed(IDEAS)).toHaveLength(NEED_KINDS.length);
		expect(byNeed(IDEAS).filter(({ count }) => count > 0)).toEqual([
			{ need: 'market', count: 2 },
			{ need: 'water', count: 1 }
		]);
	});

	it('counts an idea in its region even when it has no province', () => {
		expect([...byTerritory(IDEAS, 'region')]).toEqual([
			['MA-03', 2],
			['MA-09', 1]
		]);
		expect([...byTerritory(IDEAS, 'province').values()]).toEqual([1, 1]);
	});

	it('shows what is asked for', () => {
		expect(ideasOf(IDEAS, WHOLE_BOARD)).toHaveLength(3);
		expect(ideasOf(IDEAS, { ...WHOLE_BOARD, territory: 'MA-03' })).toHaveLength(2);
		expect(ideasOf(IDEAS, { ...WHOLE_BOARD, territory: 'MA-AGD', need: 'water' })).toHaveLength(1);
		expect(ideasOf(IDEAS, { ...WHOLE_BOARD, status: 'winner', chain: 'figs' })).toEqual([]);
	});
});

describe('a count of what nobody has read yet', () => {
	it('never tells a number from 1 to 4, and tells every other', () => {
		fc.assert(
			fc.property(fc.nat(40), (count) => {
				const shown = guarded(count);
				expect(shown).toEqual(count > 0 && count < FEWEST_SHOWN ? { kind: 'few' } : { kind: 'exact', count });
			})
		);
	});
});
