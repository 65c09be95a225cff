import type { Scene } from '#lib/core/cartography/scene.ts';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { MapId, Report } from '#lib/i18n/diagnostic/report.ts';
import { slidesOf } from '#lib/i18n/diagnostic/slides-of.ts';
import type { Slide } from '#lib/i18n/diagnostic/slides.ts';
import { reportOf } from '#lib/i18n/diagnostic/tell.ts';
import type { Words } from '#lib/i18n/words.ts';
import { diagnosticFor } from './diagnostic.ts';
import { namesIn } from './names.ts';
import type { OpenedRelease } from './release.ts';
import type { Bundle } from './report/bundle/bundle.ts';
import type { DiagnosticDocument } from './report/diagnostic/document.ts';
import { picturesOf, scenesOf } from './report/diagnostic/maps.ts';

/** A diagnostic told in one language, with the scenes of its maps and its slides. */
export interface ToldDiagnostic {
	readonly report: Report;
	readonly scenes: ReadonlyMap<MapId, Scene>;
	readonly slides: readonly Slide[];
}

/** A diagnostic in the language of `words`. Told anew each time: it takes some 10 ms, and a page or a document of it is kept by who sends it. */
export async function toldDiagnostic(release: OpenedRelease, diagnostic: Diagnostic, words: Words): Promise<ToldDiagnostic> {
	const { snapshot, bank } = release;
	const scenes = await scenesOf(release, diagnostic);
	const sources = new Map((await bank.sources.all()).map((source) => [source.id, source]));
	const legendNames = {
		release: release.release,
		chains: new Map(snapshot.chains.map((chain) => [chain.id, chain])),
		indicators: new Map(snapshot.indicators.map((indicator) => [indicator.id, indicator])),
		sources
	};
	const report = reportOf(diagnostic, words, { names: await namesIn(release, words), legendNames, scenes });
	return { report, scenes, slides: slidesOf(report, diagnostic) };
}

/** All that is printed of a diagnostic; `origin` is where the product is served, null when nobody said. */
export async function documentOf(
	release: OpenedRelease,
	diagnostic: Diagnostic,
	words: Words,
	{ origin = null, theme = 'light' }: { readonly origin?: string | null; readonly theme?: Theme } = {}
): Promise<DiagnosticDocument> {
	const told = await toldDiagnostic(release, diagnostic, words);
	return { report: told.report, pictures: await picturesOf(release, diagnostic, told, words, theme), origin };
}

/** A diagnostic and, of a region, those of its provinces, for one file; all with the same kind of comparator, `nation` for one of another kind. */
export async function bundleOf(release: OpenedRelease, diagnostic: Diagnostic, words: Words): Promise<Bundle> {
	const { kind } = diagnostic.comparator;
	const comparator = { kind: kind === 'territory' ? 'nation' : kind } as const;
	const below = diagnostic.territory.level === 'region' ? diagnostic.children : [];
	const found = await Promise.all(below.map(({ code }) => diagnosticFor(release, { code, comparator })));
	const all = [diagnostic, ...found.flatMap((answer) => (answer.ok ? [answer.value] : []))];
	return {
		title: words.t('diagnostic.bundle', { region: words.of(diagnostic.territory.name) }),
		about: words.t('diagnostic.bundle.offline'),
		documents: await Promise.all(all.map((one) => documentOf(release, one, words)))
	};
}
