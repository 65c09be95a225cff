import { error } from '@sveltejs/kit';
import { languageOf } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { comparatorOf } from '#lib/server/comparator.ts';
import { toldDiagnostic } from '#lib/server/diagnostic-report.ts';
import { diagnosticFor, type NoDiagnostic } from '#lib/server/diagnostic.ts';
import type { Words } from '#lib/i18n/words.ts';
import { releaseAsked } from '../../../server/release.server.ts';
import { shownSlides } from './shown-slide.ts';
import type { PageServerLoad } from './$types';

/** The slides of the diagnostic of a region or province, told and cut to what fits a screen. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const code = params.code.slice(0, 32);
	const { release, stale, current } = await releaseAsked(url.searchParams);
	const territory = await release.bank.territories.find(code);
	if (!territory) error(404, refusal(words, 'unknown-territory', code, release.release.id));
	// A comparator nobody knows is replaced by the nation: the cover says whom the slides compare with.
	const comparator = (await comparatorOf(release, territory, url.searchParams.get('vs'))) ?? { kind: 'nation' as const };
	const diagnostic = await diagnosticFor(release, { code, comparator });
	if (!diagnostic.ok) error(404, refusal(words, diagnostic.reason, code, release.release.id));
	const { report, slides } = await toldDiagnostic(release, diagnostic.value, words);
	return {
		code,
		query: url.search,
		name: report.name,
		version: report.version,
		labels: { brand: report.labels.brand, marks: report.labels.marks },
		release: release.release,
		stale,
		current,
		slides: shownSlides(slides)
	};
};

function refusal({ t }: Words, reason: NoDiagnostic, code: string, release: string): string {
	switch (reason) {
		case 'unknown-territory':
			return t('error.territory', { code });
		case 'commune':
			return t('present.commune', { code });
		case 'old-release':
			return t('present.old-release', { release });
	}
}
