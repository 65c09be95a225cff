import { describe, expect, test } from 'vitest';
import {
	arranged,
	elapsed,
	formatPresentation,
	keyed,
	moved,
	parsePresentation,
	PLAIN,
	shown,
	stepped,
	swiped,
	withCommentary,
	withHidden
} from './presentation.ts';

const IDS = ['cover', 'place', 'needs-bars', 'sources'];

describe('the order of the slides', () => {
	test('is that of the release until the presenter moves one', () => {
		expect(arranged(IDS, PLAIN)).toEqual(IDS);
		expect(arranged(IDS, moved(PLAIN, IDS, 'place', 1))).toEqual(['cover', 'needs-bars', 'place', 'sources']);
	});

	test('stays at the ends of the row, and for a slide nobody knows', () => {
		expect(moved(PLAIN, IDS, 'cover', -1)).toBe(PLAIN);
		expect(moved(PLAIN, IDS, 'sources', 1)).toBe(PLAIN);
		expect(moved(PLAIN, IDS, 'nothing', 1)).toBe(PLAIN);
	});

	test('lets a new slide follow the one it follows in the release', () => {
		expect(arranged(IDS, { order: ['sources', 'place', 'cover'] })).toEqual(['sources', 'place', 'needs-bars', 'cover']);
	});

	test('keeps its place for a slide that this release does not have', () => {
		const before = moved(PLAIN, [...IDS, 'zones-table'], 'zones-table', -1);
		const now = moved(before, IDS, 'place', 1);
		expect(arranged(IDS, now)).toEqual(['cover', 'needs-bars', 'place', 'sources']);
		expect(arranged([...IDS, 'zones-table'], now)).toContain('zones-table');
		expect(now.order.indexOf('zones-table')).toBeLessThan(now.order.indexOf('sources'));
	});
});

describe('hidden slides', () => {
	const without = withHidden(PLAIN, 'place', true);

	test('are passed over, and come back', () => {
		expect(shown(IDS, without)).toEqual(['cover', 'needs-bars', 'sources']);
		expect(stepped(IDS, without, 'cover', 1)).toBe('needs-bars');
		expect(stepped(IDS, without, 'needs-bars', -1)).toBe('cover');
		expect(shown(IDS, withHidden(without, 'place', false))).toEqual(IDS);
	});

	test('may be opened by a link, and lead on from there', () => {
		expect(stepped(IDS, without, 'place', 1)).toBe('needs-bars');
		expect(stepped(IDS, without, 'place', -1)).toBe('cover');
	});

	test('are shown after all when none else would be left', () => {
		const nothing = IDS.reduce((all, id) => withHidden(all, id, true), PLAIN);
		expect(shown(IDS, nothing)).toEqual(IDS);
	});

	test('stepping ends at both ends', () => {
		expect(stepped(IDS, PLAIN, 'sources', 1)).toBe('sources');
		expect(stepped(IDS, PLAIN, 'cover', -1)).toBe('cover');
	});
});

describe('the file of a presentation', () => {
	const made = withCommentary(withHidden(moved(PLAIN, IDS, 'place', 1), 'cover', true), 'place', 'نبدأ من السهل');
	const read = (text: string) => parsePresentation(text, 'MA-HAJ');

	test('comes back as it went', () => {
		expect(read(formatPresentation('MA-HAJ', made))).toEqual({ ok: true, value: made });
	});

	test.each([
		['{', 'unreadable'],
		['[]', 'unreadable'],
		['null', 'unreadable'],
		['{"format":"furas-case","version":1}', 'other-format'],
		['{"format":"furas-presentation","version":"1"}', 'other-format'],
		[formatPresentation('MA-HAJ', made).replace('"version": 1', '"version": 2'), 'newer-version'],
		[formatPresentation('MA-IFR', made), 'other-territory'],
		['{"format":"furas-presentation","version":1,"territory":"MA-HAJ"}', 'damaged'],
		['{"format":"furas-presentation","version":1,"territory":"MA-HAJ","order":["__proto__"],"hidden":[],"commentary":{}}', 'damaged'],
		['{"format":"furas-presentation","version":1,"territory":"MA-HAJ","order":[],"hidden":[],"commentary":{"place":7}}', 'damaged']
	])('%s is %s', (text, issue) => {
		expect(read(text)).toEqual({ ok: false, issue });
	});

	test('is not read when it is far too long', () => {
		expect(read(' '.repeat(200_001))).toEqual({ ok: false, issue: 'unreadable' });
	});

	test('drops empty commentary, as the page does', () => {
		expect(withCommentary(made, 'place', ' ').commentary).toEqual({});
		expect(withCommentary(PLAIN, 'place', 'x'.repeat(700)).commentary['place']).toHaveLength(600);
	});
});

describe('a key', () => {
	const press = (key: string, code = key, direction: 'rtl' | 'ltr' = 'ltr', typed = '') => keyed({ key, code }, direction, typed);

	test('turns the slide, arrows in the direction of reading and remotes always alike', () => {
		expect(press('ArrowRight').action).toEqual({ kind: 'next' });
		expect(press('ArrowLeft').action).toEqual({ kind: 'back' });
		expect(press('ArrowLeft', 'ArrowLeft', 'rtl').action).toEqual({ kind: 'next' });
		expect(press('ArrowRight', 'ArrowRight', 'rtl').action).toEqual({ kind: 'back' });
		for (const direction of ['rtl', 'ltr'] as const) {
			for (const key of ['ArrowDown', 'PageDown', ' ', 'Enter']) expect(press(key, key, direction).action).toEqual({ kind: 'next' });
			for (const key of ['ArrowUp', 'PageUp', 'Backspace']) expect(press(key, key, direction).action).toEqual({ kind: 'back' });
		}
	});

	test('is found where it lies on an Arabic keyboard', () => {
		expect(press('لا', 'KeyB').action).toEqual({ kind: 'blank' });
		expect(press('ى', 'KeyN').action).toEqual({ kind: 'notes' });
		expect(press('؟', 'Slash').action).toEqual({ kind: 'help' });
		expect(press('é', 'Digit2')).toEqual({ action: null, typed: '2' });
	});

	test('after digits goes to that slide, or forgets them', () => {
		const one = press('1', 'Digit1');
		const twelve = keyed({ key: '2', code: 'Numpad2' }, 'ltr', one.typed);
		expect(twelve).toEqual({ action: null, typed: '12' });
		expect(press('Enter', 'Enter', 'ltr', '12')).toEqual({ action: { kind: 'go', position: 12 }, typed: '' });
		expect(press('ArrowRight', 'ArrowRight', 'ltr', '12')).toEqual({ action: { kind: 'next' }, typed: '' });
	});

	test('that means nothing does nothing', () => {
		expect(press('x', 'KeyX').action).toBeNull();
		expect(press('constructor', 'toString').action).toBeNull();
	});
});

test('a finger pulls the slide away against the direction of reading', () => {
	expect(swiped(-90, 10, 'ltr')).toBe('next');
	expect(swiped(90, 10, 'ltr')).toBe('back');
	expect(swiped(90, 10, 'rtl')).toBe('next');
	expect(swiped(-90, 80, 'ltr')).toBeNull();
	expect(swiped(-20, 0, 'ltr')).toBeNull();
});

test('a talk is timed in minutes, then in hours', () => {
	expect(elapsed(-5)).toBe('0:00');
	expect(elapsed(247_900)).toBe('4:07');
	expect(elapsed(3_847_000)).toBe('1:04:07');
});
