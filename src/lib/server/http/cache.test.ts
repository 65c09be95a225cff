import { describe, expect, it } from 'vitest';
import { createByteCache } from './cache.ts';

describe('the cache of bytes', () => {
	it('drops what was used longest ago when it is full', () => {
		const cache = createByteCache<string>(10_000);
		for (const key of ['a', 'b', 'c', 'd']) cache.set(key, key, 1_900);
		cache.get('a');
		cache.set('e', 'e', 1_900);
		expect(cache.get('a')).toBe('a');
		expect(cache.get('b')).toBeUndefined();
		expect(cache.bytes).toBeLessThanOrEqual(10_000);
	});
	it('does not keep what would push out most of the rest', () => {
		const cache = createByteCache<string>(10_000);
		cache.set('large', 'large', 6_000);
		expect(cache.get('large')).toBeUndefined();
		expect(cache.bytes).toBe(0);
	});
	it('counts a replaced entry once', () => {
		const cache = createByteCache<string>(10_000);
		cache.set('a', 'old', 1_000);
		const once = cache.bytes;
		cache.set('a', 'new', 1_000);
		expect(cache.bytes).toBe(once);
		expect(cache.size).toBe(1);
		expect(cache.get('a')).toBe('new');
	});
	it('stays within its bound however many tiny answers come', () => {
		const cache = createByteCache<number>(100_000);
		for (let i = 0; i < 5_000; i++) cache.set(`/api/v1/territories?q=${i}`, i, 2);
		expect(cache.bytes).toBeLessThanOrEqual(100_000);
		expect(cache.size).toBeLessThan(250);
	});
});
