import { territoriesOf } from '#lib/core/release/snapshot.ts';
import { checksOf, closeIndicators } from '#lib/core/uncertainty/checks.ts';
import { PILLARS, PRESETS, type Method, type Pillar } from '#lib/core/scoring/method.ts';
import { licenceText } from '#lib/i18n/licence.ts';
import { registerParams } from '#lib/i18n/register.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { modelCoverageOf, RECOMMENDED_SECTORS } from '#lib/server/recommendation.ts';
import { workedExample } from './worked.server.ts';
import type { PageServerLoad } from './$types';

/** Every indicator with unit, year, source, licence and coverage; every source; the weights of the presets. */
export const load: PageServerLoad = async ({ params, url }) => {
	const words = await wordsAsked(params.lang);
	const { current } = currentApp().releases;
	const { snapshot, bank } = current;
	const [indicators, sources] = await Promise.all([bank.indicators.all(), bank.sources.all()]);
	const sourceOf = new Map(sources.map((source) => [source.id, source]));
	const pillars = pillarsOf(snapshot.method);
	const example = await workedExample(url.searchParams, words);
	const provinces = await current.scorer('province');
	const nameOf = (id: string): string => words.of(indicators.find((indicator) => indicator.id === id)!.name);
	const coverage = await modelCoverageOf(current);
	const chainName = (id: string): string => words.of(snapshot.chains.find((chain) => chain.id === id)!.name);
	return {
		query: url.search,
		example,
		checks: checksOf(provinces, { chain: example.chain, weights: snapshot.method.presets.balanced, aggregator: 'geometric' }),
		pairs: closeIndicators(provinces).map(({ first, second, correlation }) => ({
			first: nameOf(first),
			second: nameOf(second),
			correlation
		})),
		bank: { ...coverage, k: RECOMMENDED_SECTORS, missing: coverage.missing.map((id) => chainName(id)) },
		release: current.release,
		register: registerText(words, current),
		sizes: {
			region: territoriesOf(snapshot.levels.region).length,
			province: territoriesOf(snapshot.levels.province).length,
			commune: (await current.scorer('commune')).table.territories.length
		},
		presets: PRESETS.map((preset) => ({ preset, weights: PILLARS.map((pillar) => snapshot.method.presets[preset][pillar]) })),
		breaks: snapshot.method.scoreBreaks,
		indicators: indicators.map((indicator) => {
			const source = sourceOf.get(indicator.source);
			return {
				id: indicator.id,
				name: words.of(indicator.name),
				unit: words.of(indicator.unit),
				year: indicator.year,
				dimension: indicator.dimension,
				coverage: indicator.coverage,
				credit: source ? words.of(source.credit) : indicator.source,
				licence: source ? licenceText(words, source.licence) : '–',
				pillar: pillars.get(indicator.id)?.pillar ?? null,
				direction: pillars.get(indicator.id)?.direction ?? null
			};
		}),
		sources: sources.map(({ id, publisher, title, url: address, licence, credit }) => ({
			id,
			publisher,
			title,
			url: address,
			licence: licenceText(words, licence),
			credit: words.of(credit)
		}))
	};
};

/** What the register of a release is, in words; null without one. */
function registerText(words: Words, { release: { register }, snapshot }: OpenedRelease) {
	if (!register) return null;
	const [rows, chains, all] = [register.rows, register.chains.length, snapshot.chains.length].map((count) => words.n(count));
	return { ...registerParams(words, register), rows: rows!, chains: chains!, all: all! };
}

interface Part {
	readonly pillar: Pillar;
	readonly direction: 'higher' | 'lower';
}

/** Which pillar an indicator enters, and which way it counts there. */
function pillarsOf(method: Method): ReadonlyMap<string, Part> {
	const of = (pillar: Pillar, terms: readonly { indicator: string; direction: Part['direction'] }[]): [string, Part][] =>
		terms.map(({ indicator, direction }) => [indicator, { pillar, direction }]);
	return new Map([
		...of(
			'need',
			method.need.flatMap(({ terms }) => terms)
		),
		...of(
			'access',
			method.access.flatMap(({ terms }) => terms)
		),
		...of('potential', [...method.humanBase, ...Object.values(method.potential).flatMap(({ terms }) => terms)]),
		...of('potential', [{ indicator: 'market_people', direction: 'higher' }]),
		...of('room', [{ indicator: method.room.indicator, direction: 'lower' }])
	]);
}
