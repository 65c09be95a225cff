import type { Chapter, Said } from '../report.ts';
import { registerParams } from '../../register.ts';
import type { Teller } from '../teller.ts';

/** How far all this may be trusted. */
export function qualityChapter(teller: Teller): Chapter {
	const { diagnostic, words, said, say, place } = teller;
	const { t, n } = words;
	const {
		quality,
		release: { register }
	} = diagnostic;
	const fact = (label: string, value: number, note = ''): { label: string; value: Said; note: string } => ({
		label,
		value: said(n(value)),
		note
	});
	return {
		id: 'quality',
		title: t('diagnostic.quality'),
		sentences: [
			say('diagnostic.quality.lead', {
				place,
				shown: quality.shown,
				oldest: quality.oldest ?? '–',
				newest: quality.newest ?? '–',
				stale: quality.stale
			}),
			quality.hasRegister && register
				? say('diagnostic.quality.register', registerParams(words, register))
				: say('diagnostic.quality.proxy')
		],
		blocks: [
			{
				kind: 'facts',
				facts: [
					fact(t('diagnostic.quality.published'), quality.published),
					fact(t('diagnostic.quality.derived'), quality.derived + quality.computed),
					fact(t('diagnostic.quality.proxies'), quality.proxies),
					fact(t('diagnostic.quality.stale'), quality.stale, t('diagnostic.quality.stale.note')),
					fact(t('diagnostic.quality.missing'), quality.missing.length),
					fact(t('diagnostic.quality.scored'), quality.statuses.scored, t('diagnostic.quality.of', { of: quality.chains }))
				]
			},
			{ kind: 'points', title: t('diagnostic.quality.limits'), points: limits(teller) }
		]
	};
}

function limits({ diagnostic, words, say }: Teller): Said[] {
	const { missing, hasStock, hasRisk } = diagnostic.quality;
	return [
		missing.length > 0
			? say('diagnostic.quality.missing.list', { count: missing.length, list: words.clauses(missing.map(({ name }) => words.of(name))) })
			: say('diagnostic.quality.missing.none'),
		...(hasStock ? [] : [say('diagnostic.quality.nostock')]),
		...(hasRisk ? [] : [say('diagnostic.quality.norisk')]),
		say('diagnostic.quality.evidence'),
		say('diagnostic.quality.demand')
	];
}
