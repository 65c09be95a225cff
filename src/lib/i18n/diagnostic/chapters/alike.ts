import type { Datum } from '#lib/core/diagnostic/datum.ts';
import type { AlikeLine } from '#lib/core/diagnostic/diagnostic.ts';
import type { Chapter, Row, Said } from '../report.ts';
import type { Teller } from '../teller.ts';

/** The territories that look like this one, and why. */
export function alikeChapter(teller: Teller): Chapter {
	const { diagnostic, words, text, cell, chain } = teller;
	const { t } = words;
	const { code } = diagnostic.territory;
	const row = (line: AlikeLine): Row => ({
		id: line.code,
		group: '',
		cells: [
			text(words.of(line.name), {
				note: line.parent ? words.of(line.parent.name) : '',
				link: `/territory/compare?codes=${code},${line.code}`
			}),
			cell(line.distance),
			traits(teller, line.shared),
			traits(teller, line.different),
			text(line.ideas.length > 0 ? words.clauses(line.ideas.map(chain)) : '–')
		]
	});
	return {
		id: 'alike',
		title: t('diagnostic.alike'),
		sentences: [lead(teller), teller.say('diagnostic.alike.how')],
		blocks:
			diagnostic.alike.length === 0
				? []
				: [
						{
							kind: 'table',
							id: 'alike-table',
							title: t('diagnostic.alike.table'),
							note: t('diagnostic.alike.note'),
							columns: [
								{ label: t('list.place'), align: 'start', share: 2 },
								{ label: t('diagnostic.alike.distance'), align: 'end', share: 1.1 },
								{ label: t('diagnostic.alike.shared'), align: 'start', share: 3.6 },
								{ label: t('diagnostic.alike.different'), align: 'start', share: 3.6 },
								{ label: t('diagnostic.alike.ideas'), align: 'start', share: 2.4 }
							],
							rows: diagnostic.alike.map(row)
						}
					]
	};
}

function lead({ diagnostic, say, words, place, plain }: Teller): Said {
	const [nearest] = diagnostic.alike;
	if (!nearest) return say('diagnostic.alike.none', { place });
	const params = {
		place,
		list: words.list(diagnostic.alike.map(({ name }) => words.of(name))),
		first: words.of(nearest.name),
		distance: plain(nearest.distance)
	};
	return say('diagnostic.alike.lead', params, [nearest.distance]);
}

/** «Illiteracy 38 % – 36 %; …» here and there. */
function traits({ words, text, said, figure, plain }: Teller, all: AlikeLine['shared']) {
	const isPercent = ({ unit }: Datum): boolean => unit?.fr.startsWith('%') ?? false;
	const short = (datum: Datum): string => (isPercent(datum) ? words.quantity(datum.value, '%', datum.decimals) : plain(datum));
	const told = words.clauses(
		all.map(({ name, here, there }) =>
			words.t('diagnostic.alike.trait', { name: words.of(name), here: short(here), there: isPercent(there) ? short(there) : figure(there) })
		)
	);
	return text(
		told === '' ? '–' : told,
		told === ''
			? {}
			: said(
					told,
					all.flatMap(({ here, there }) => [here, there])
				)
	);
}
