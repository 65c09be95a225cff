import { zoneName } from '../../zones.ts';
import type { Chapter, Row, Said } from '../report.ts';
import type { Teller } from '../teller.ts';

/** The promising zones that reach into the territory. */
export function zonesChapter(teller: Teller): Chapter {
	const { diagnostic, words, text, cell, chain, said, plain } = teller;
	const { t } = words;
	const row = (zone: (typeof diagnostic.zones)[number]): Row => {
		const score = plain(zone.mean);
		return {
			id: zone.id,
			group: '',
			cells: [
				text(zoneName(words, zone.around), { note: chain(zone.chain) }),
				cell(zone.members),
				text(words.list(zone.inside.map(({ name }) => words.of(name)))),
				cell(zone.people),
				cell(zone.areaKm2),
				text(score, {
					...said(score, [zone.mean, zone.low, zone.high]),
					note: t('diagnostic.interval', { low: plain(zone.low), high: plain(zone.high) })
				})
			]
		};
	};
	return {
		id: 'zones',
		title: t('zones.title'),
		sentences: [lead(teller), teller.say('zones.note')],
		blocks: [
			...(diagnostic.zones.length > 0
				? [
						{
							kind: 'table' as const,
							id: 'zones-table',
							title: t('diagnostic.zones.table'),
							note: '',
							columns: [
								{ label: t('diagnostic.zone'), align: 'start' as const, share: 3 },
								{ label: t('diagnostic.zones.members'), align: 'end' as const, share: 1.2 },
								{ label: t('diagnostic.zones.inside'), align: 'start' as const, share: 3 },
								{ label: t('diagnostic.people'), align: 'end' as const, share: 1.4 },
								{ label: t('zones.area.unit'), align: 'end' as const, share: 1.1 },
								{ label: t('diagnostic.zones.score'), align: 'end' as const, share: 1.5 }
							],
							rows: diagnostic.zones.map(row)
						}
					]
				: [])
		]
	};
}

function lead({ diagnostic, say, some, chain, place }: Teller): Said {
	const { zones } = diagnostic;
	if (zones.length === 0) return say('diagnostic.zones.none', { place });
	const chains = [...new Set(zones.map((zone) => chain(zone.chain)))];
	return say('diagnostic.zones.lead', { place, count: zones.length, list: some(chains) });
}
