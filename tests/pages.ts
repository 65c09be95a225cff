import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesUnder } from './files.ts';

/** Every page of documentation that a reader of the repository meets. */
export const pages: readonly string[] = [
	...filesUnder(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'data/LICENSE.md', 'docs', 'data/method']).filter((file) =>
		file.endsWith('.md')
	)
];

/** The text of a page without its fenced code, where brackets are no links. */
export const prose = (page: string): string => readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');

/** Anchors of the headings of a page, as code forges make them: `## Change data` is `change-data`. */
export function anchorsOf(page: string): readonly string[] {
	const seen = new Map<string, number>();
	return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
		const words = heading!.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N} _-]/gu, '');
		const anchor = words.replaceAll(' ', '-');
		const times = seen.get(anchor) ?? 0;
		seen.set(anchor, times + 1);
		return times === 0 ? anchor : `${anchor}-${times}`;
	});
}

/** Relative links of a page that lead nowhere, as they are written. */
export function brokenLinks(page: string): readonly string[] {
	return [...prose(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)]+))?\)/g)].flatMap(([, target, anchor]) => {
		const file = target ? normalize(join(dirname(page), decodeURI(target))) : page;
		if (!existsSync(file)) return [target!];
		const leads = anchor === undefined || !file.endsWith('.md') || anchorsOf(file).includes(anchor);
		return leads ? [] : [`${target}#${anchor}`];
	});
}
