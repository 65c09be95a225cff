import { languageOf } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { basemapOf } from '#lib/server/basemap.ts';
import { DEFAULT_VIEW, type View } from '#lib/view/view.ts';
import { formatView } from '#lib/view/address.ts';
import { formatWorkspace } from '#lib/view/workspace/address.ts';
import { shownFor } from '../server/shown.server.ts';
import type { Sheet } from '#lib/view/workspace/sheet.ts';
import { askedWorkspace, sheetsFor } from '../workspace/server/asked.server.ts';
import { isOfWorkspace, parseEmbed } from './options.ts';
import type { PageServerLoad } from './$types';

/** A map to be framed by another page: a view of the plain map, or of the workspace where the address names what its map is of. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const { t } = await wordsOf(language);
	const { options, view: search } = parseEmbed(url.searchParams);
	const texts = { open: t('embed.open'), release: t('embed.release') };
	if (isOfWorkspace(search)) {
		const workspace = await workspaceOf(search, params.lang);
		const { parsed, release } = workspace;
		const query = formatWorkspace({ ...parsed.workspace, release: release.id });
		const full = [`/${language}/workspace`, query].filter((part) => part !== '').join('?');
		return { options, texts, full, view: null, workspace };
	}
	const { told } = await shownFor(search, language);
	const view: View = { ...told.view, release: told.release.id };
	return {
		options,
		texts,
		full: `/${language}?${formatView(view)}`,
		view: { ...told, query: `?${search}`, place: null },
		workspace: null
	};
};

async function workspaceOf(search: URLSearchParams, lang: string) {
	const words = await wordsOf(languageOf(lang));
	const asked = await askedWorkspace(search, words);
	const { release, catalogue, current, workspace, issues, staleRelease } = asked;
	const { first, second } = await sheetsFor(asked, workspace, words);
	const { origin, living } = currentApp();
	return {
		query: `?${search}`,
		origin,
		date: living.now().toISOString().slice(0, 10),
		parsed: { workspace, issues, staleRelease },
		release: release.release,
		current,
		catalogue,
		chain: DEFAULT_VIEW.chain,
		legend: first && legendOf(first),
		other: second && legendOf(second),
		basemap: workspace.basemap ? basemapOf() : null
	};
}

const legendOf = ({ scene, legend }: Sheet) => ({ legend: scene.legend, text: legend });
