import type { Look } from '#lib/core/cartography/scene.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Trigger, TriggerTest } from '#lib/core/project/trigger.ts';
import { legendText } from '#lib/i18n/legend.ts';
import type { Words } from '#lib/i18n/words.ts';
import { namesIn, type NamesInWords } from '#lib/server/names.ts';
import { placesForChain } from '#lib/server/recommendation.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { addressOf } from '#lib/view/address.ts';
import { formatNear } from '#lib/view/near.ts';
import { atlasOf } from '../../server/atlas.server.ts';
import { conditionsOf, type Conditions } from '../conditions.server.ts';
import { decimalsOf } from './figure-lines.ts';
import { paintedChain, viewOfChain } from './picture.server.ts';

/** What a sheet asks of a place, in words. */
export interface ToldRule {
	readonly id: string;
	readonly text: string;
	readonly isRequired: boolean;
	/** How it is decided. */
	readonly how: string;
	/** In how many provinces it is met; null where no data decides. */
	readonly met: string | null;
}

/** A province that has the chain among its first ones. */
export interface ToldPlace {
	readonly code: string;
	readonly name: string;
	/** Place of the chain among those of the province, 1 first. */
	readonly position: number;
	/** 0–100, and the probability of the top quarter in percent; both rounded. */
	readonly score: number;
	readonly topPercent: number;
	/** The address of «near me» there, without «?»; null where the province has no point. */
	readonly near: string | null;
}

/** Where in the country a sheet makes sense, in words. */
export interface ToldWhere {
	readonly chain: string;
	readonly chainName: string;
	readonly rules: readonly ToldRule[];
	readonly legend: { readonly unit: string; readonly source: string; readonly rows: readonly LegendLine[] };
	readonly places: readonly ToldPlace[];
	/** The same view on the interactive map. */
	readonly mapAddress: string;
}

interface LegendLine {
	readonly look: Look;
	readonly label: string;
	readonly count: number;
}

/** What a page says of where a model makes sense, for one of its chains. */
export async function whereOf(release: OpenedRelease, model: EconomicModel, chain: string, words: Words): Promise<ToldWhere> {
	const [names, conditions, atlas, places] = await Promise.all([
		namesIn(release, words),
		conditionsOf(release),
		atlasOf(release, false),
		placesForChain(release, chain)
	]);
	const { scene } = paintedChain(atlas, chain);
	const legend = legendText(words, scene.legend, { ...atlas, release: release.release });
	return {
		chain,
		chainName: names.name('chain', chain) ?? chain,
		rules: model.triggers.map((trigger) => toldRule(trigger, conditions, names, words)),
		legend: {
			unit: legend.unit,
			source: legend.source,
			rows: scene.legend.rows.map(({ look, count }, i) => ({ look, label: legend.rows[i]!, count }))
		},
		places: places.map(({ territory, position, score, top }) => {
			const label = atlas.territory(territory)?.label ?? null;
			return {
				code: territory,
				name: names.name('territory', territory) ?? territory,
				position,
				score: Math.round(score),
				topPercent: Math.round(100 * top),
				near: label && formatNear({ place: { kind: 'point', position: label }, radiusKm: 30, search: '' })
			};
		}),
		mapAddress: addressOf(`/${words.language}`, viewOfChain(chain))
	};
}

function toldRule(trigger: Trigger, conditions: Conditions, names: NamesInWords, words: Words): ToldRule {
	const { id, text, isRequired } = trigger;
	return { id, text: words.of(text), isRequired, how: howOf(trigger, names, words), met: metOf(trigger, conditions, words) };
}

function howOf({ test }: Trigger, names: NamesInWords, words: Words): string {
	const { t, n } = words;
	switch (test.kind) {
		case 'documented':
			return t('sheet.rule.documented', { chain: names.name('chain', test.chain) ?? test.chain, km: n(test.km, decimalsOf(test.km)) });
		case 'indicator':
			return indicatorRule(test, names, words);
		case 'town':
			return t('sheet.rule.town', { people: n(test.people), km: n(test.km, decimalsOf(test.km)) });
		case 'cooperatives':
			return t('sheet.rule.cooperatives', { value: n(test.value) });
		case 'coast':
			return t('sheet.rule.coast', { km: n(test.km, decimalsOf(test.km)) });
		case 'on-site':
			return t('sheet.rule.on-site');
	}
}

function indicatorRule(test: Extract<TriggerTest, { kind: 'indicator' }>, names: NamesInWords, { t, quantity }: Words): string {
	const indicator = names.indicator(test.indicator);
	const { name, unit, decimals } = indicator ?? { name: test.indicator, unit: '', decimals: 1 };
	return t(`sheet.rule.${test.operator}`, { indicator: name, value: quantity(test.value, unit, decimals) });
}

function metOf(trigger: Trigger, conditions: Conditions, { t, n }: Words): string | null {
	const count = conditions.count(trigger);
	if (!count) return null;
	const said = t('sheet.rule.met', { met: n(count.met), all: n(count.known) });
	return count.known < count.all ? t('sheet.rule.known', { met: said, known: n(count.known), all: n(count.all) }) : said;
}
