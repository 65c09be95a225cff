import type { Look, Scene } from '#lib/core/cartography/scene.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import { legendText, type LegendNames } from '../legend.ts';
import { isolated, isolatedId } from '../locales.ts';
import type { ReasonNames } from '../reasons.ts';
import type { Words } from '../words.ts';
import { alikeChapter } from './chapters/alike.ts';
import { fabricChapter } from './chapters/fabric.ts';
import { findingsChapter } from './chapters/findings.ts';
import { needsChapter } from './chapters/needs.ts';
import { potentialsChapter } from './chapters/potentials.ts';
import { profileChapter, profileFacts } from './chapters/profile.ts';
import { projectsChapter } from './chapters/projects.ts';
import { qualityChapter } from './chapters/quality.ts';
import { sectorsChapter } from './chapters/sectors.ts';
import { zonesChapter } from './chapters/zones.ts';
import type { Chapter, Fact, MapBlock, MapId, Report, ReportLabels } from './report.ts';
import { tellerOf, type Teller } from './teller.ts';

/** What telling needs beside the diagnostic. */
export interface TellingParts {
	readonly names: ReasonNames;
	readonly legendNames: LegendNames;
	/** The scenes of its maps; a map without a scene is left out. */
	readonly scenes: ReadonlyMap<MapId, Scene>;
}

/** A diagnostic told in the language of `words`. */
export function reportOf(diagnostic: Diagnostic, words: Words, { names, legendNames, scenes }: TellingParts): Report {
	const teller = tellerOf(diagnostic, words, names, legendNames.sources);
	const { t } = words;
	const { release, territory, parents } = diagnostic;
	const map = (id: MapId | undefined): MapBlock | null => {
		const scene = id && scenes.get(id);
		return scene ? mapBlock(teller, id, scene, legendNames) : null;
	};
	const chapters: Chapter[] = [
		profileChapter(teller, map('place')),
		needsChapter(teller, map('need')),
		potentialsChapter(teller),
		fabricChapter(teller),
		sectorsChapter(teller, map([...scenes.keys()].find((id) => id.startsWith('score-')))),
		findingsChapter(teller),
		zonesChapter(teller),
		alikeChapter(teller),
		projectsChapter(teller),
		qualityChapter(teller)
	];
	const within = parents.at(-1);
	return {
		language: words.language,
		direction: words.direction,
		code: territory.code,
		name: teller.place,
		names: territory.name,
		kind: t(`diagnostic.kind.${territory.level === 'region' ? 'region' : territory.kind === 'prefecture' ? 'prefecture' : 'province'}`),
		within: within ? t('diagnostic.within', { region: words.of(within.name) }) : '',
		comparison: t('diagnostic.comparison', { who: teller.who }),
		facts: coverFacts(teller),
		chapters,
		sources: teller.sources(),
		statement: t('app.statement'),
		independent: t('app.independent'),
		version: versionOf(words, release),
		date: release.date,
		permalink: permalinkOf(diagnostic, words),
		labels: labelsOf(words)
	};
}

/** The release by its id, which keeps its own direction: in an Arabic line its parts would change places. */
export const versionOf = ({ t, language }: Words, { id, method }: Release): string =>
	t('diagnostic.version', { release: isolatedId(language, id), method: isolatedId(language, method) });

/** Four of the profile, then needs and sectors in one number each. */
function coverFacts(teller: Teller): Fact[] {
	const { diagnostic, words, said } = teller;
	const { t } = words;
	const scored = diagnostic.sectors.filter(({ score }) => score !== null);
	const marked = diagnostic.needs.filter(({ standing }) => standing?.isFirstQuarter).length;
	const [first] = scored;
	return [
		...profileFacts(teller).slice(0, 2),
		{ label: t('diagnostic.cover.needs'), value: said(words.n(marked)), note: t('diagnostic.quality.of', { of: diagnostic.needs.length }) },
		{
			label: t('diagnostic.cover.promising'),
			value: said(words.n(scored.filter(({ isPromising }) => isPromising).length)),
			note: t('diagnostic.quality.of', { of: scored.length })
		},
		...(first
			? [{ label: t('diagnostic.cover.first'), value: said(words.of(first.name), [first.top!]), note: t('diagnostic.cover.first.note') }]
			: [])
	];
}

function permalinkOf({ territory, comparator, release }: Diagnostic, { language }: Words): string {
	const versus = comparator.kind === 'nation' ? '' : `&vs=${comparator.kind === 'territory' ? comparator.code : comparator.kind}`;
	return `/${language}/territory/${territory.code}?release=${release.id}${versus}`;
}

function mapBlock({ words, diagnostic }: Teller, id: MapId, scene: Scene, names: LegendNames): MapBlock {
	const legend = legendText(words, scene.legend, names);
	const { t, language } = words;
	const source = [legend.source, legend.year ?? '', t('map.attribution'), t('licence.ODbL-1.0'), versionOf(words, diagnostic.release)];
	return {
		kind: 'map',
		id,
		...(id === 'place'
			? { title: t('diagnostic.map.place'), unit: `${legend.title}, ${legend.unit}` }
			: { title: legend.title, unit: legend.unit }),
		legend: scene.legend.rows.map(({ look, count }, index): { label: string; count: number; look: Look } => ({
			label: legend.rows[index]!,
			count,
			look
		})),
		source: source
			.filter((part) => part !== '')
			.map((part) => isolated(language, part))
			.join(' · '),
		description: t('map.described', { subject: legend.title, count: scene.codes.length }),
		note: t(scene.level === 'region' ? 'diagnostic.map.region' : 'diagnostic.map.province', { place: words.of(diagnostic.territory.name) })
	};
}

function labelsOf({ t }: Words): ReportLabels {
	return {
		brand: t('app.full'),
		km: t('map.kilometres'),
		contents: t('diagnostic.contents'),
		sources: t('place.sources'),
		source: t('figure.source'),
		licence: t('method.column.licence'),
		page: t('diagnostic.page'),
		figures: t('diagnostic.figures'),
		legend: t('legend.title'),
		scale: t('diagnostic.scale'),
		permalink: t('diagnostic.permalink'),
		date: t('diagnostic.date'),
		table: t('diagnostic.as-table'),
		commentary: t('diagnostic.commentary'),
		notes: t('diagnostic.notes'),
		here: t('panel.here'),
		cell: t('diagnostic.cell'),
		status: t('diagnostic.value-status'),
		marks: {
			proxy: t('mark.proxy'),
			stale: t('mark.stale'),
			inherited: t('mark.inherited'),
			derived: t('mark.derived'),
			computed: t('mark.computed')
		}
	};
}
