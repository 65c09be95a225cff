import type { Finding } from '#lib/core/diagnostic/findings.ts';
import type { Chapter, Said } from '../report.ts';
import type { Teller } from '../teller.ts';
import { dataOf, rankedPhrase } from './indicators.ts';

const KEYS = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;

/** Strengths, weaknesses, opportunities and threats, each found by a stated rule. */
export function findingsChapter(teller: Teller): Chapter {
	const { diagnostic, say, words, place } = teller;
	const counts = Object.fromEntries(KEYS.map((key) => [key, diagnostic.findings[key].length]));
	return {
		id: 'findings',
		title: words.t('diagnostic.findings'),
		sentences: [say('diagnostic.findings.lead', { place, ...counts }), say('diagnostic.findings.rules')],
		blocks: [
			{
				kind: 'quadrants',
				items: KEYS.map((key) => ({
					key,
					title: words.t(`diagnostic.findings.${key}`),
					points: diagnostic.findings[key].map((finding) => findingSaid(teller, finding))
				}))
			}
		]
	};
}

/** A finding as a sentence with its evidence. */
export function findingSaid(teller: Teller, finding: Finding): Said {
	if ('line' in finding) return indicatorFinding(teller, finding);
	if ('score' in finding) return sectorFinding(teller, finding);
	const { say, words, chain, plain, figure, some } = teller;
	switch (finding.rule) {
		case 'labels':
			return say('finding.labels', { count: finding.count, list: some(finding.products.map(words.of)) });
		case 'documented':
		case 'model-missing':
			return say(`finding.${finding.rule}`, { count: finding.chains.length, list: some(finding.chains.map(chain)) });
		case 'zone': {
			const params = { chain: chain(finding.chain), people: plain(finding.people), count: finding.members.value };
			return say('finding.zone', params, [finding.people, finding.members]);
		}
		case 'sector-fragile': {
			const params = { chain: words.of(finding.name), low: plain(finding.low), high: plain(finding.high) };
			return say('finding.sector-fragile', params, [finding.low, finding.high]);
		}
		case 'many-documented': {
			const params = { chain: words.of(finding.name), count: plain(finding.count), of: plain(finding.of) };
			return say('finding.many-documented', params, [finding.count, finding.of]);
		}
		case 'population-falls': {
			const { change } = finding;
			const percent = words.quantity(Math.abs(change.value), '%', change.decimals);
			return say('finding.population-falls', { percent, years: change.year ?? '' }, [change]);
		}
		case 'gap-inside': {
			const { most, least, name } = finding;
			const ends = { most: words.of(most.name), high: figure(most.datum), least: words.of(least.name), low: figure(least.datum) };
			return say('finding.gap-inside', { name: words.of(name), ...ends }, [most.datum, least.datum]);
		}
		case 'risk-unknown':
		case 'room-unknown':
		case 'nothing-stands-out':
			return say(`finding.${finding.rule}`);
	}
}

const indicatorFinding = (teller: Teller, { rule, line }: Extract<Finding, { line: unknown }>): Said =>
	teller.say(`finding.${rule}`, { phrase: rankedPhrase(teller, line), role: line.role }, dataOf(line));

function sectorFinding({ say, words, plain }: Teller, { rule, name, type, top, score }: Extract<Finding, { score: unknown }>): Said {
	const share = words.quantity(Math.round(100 * top.value), '%');
	const params = { chain: words.of(name), share, score: plain(score), type: type ? words.t(`type.${type}`) : '' };
	return say(`finding.${rule}`, params, [top, score]);
}
