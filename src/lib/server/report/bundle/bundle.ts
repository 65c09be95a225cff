import { formatPublished } from '#lib/i18n/dates.ts';
import type { Report } from '#lib/i18n/diagnostic/report.ts';
import type { DiagnosticDocument } from '../diagnostic/document.ts';
import { escape } from '#lib/drawing/map-svg-text.ts';
import { blockHtml, saidHtml } from './blocks.ts';
import { styles } from './styles.ts';

/** Diagnostics of several territories as one file. */
export interface Bundle {
	readonly title: string;
	/** One line on what the file is. */
	readonly about: string;
	/** The region first, then its provinces; all told in one language. */
	readonly documents: readonly DiagnosticDocument[];
}

/**
 * The bundle as one HTML document that asks nothing of any network: fonts, maps and styles are inside, and it opens from a disk. Each
 * territory is an article; without a fragment in the address the first one shows. The same bundle gives the same bytes.
 */
export function bundleHtml({ title, about, documents }: Bundle): string {
	const [first] = documents;
	if (!first) throw new Error('A bundle holds at least one diagnostic.');
	const { language, direction, statement, independent, version, labels } = first.report;
	const links = documents.map(({ report }) => `<li><a href="#${report.code}">${escape(report.name)}</a></li>`);
	// The first comes last, so that plain CSS can show it when no other is the target.
	const articles = [...documents.slice(1), first].map(articleHtml);
	return [
		`<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">`,
		`<meta name="viewport" content="width=device-width, initial-scale=1">`,
		// Whatever the file is opened with: nothing may leave it.
		`<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">`,
		`<title>${escape(title)}</title><style>${styles()}</style></head><body>`,
		`<header><p class="brand">${escape(labels.brand)}</p><p class="title">${escape(title)}</p><p class="muted">${escape(about)}</p>`,
		`<nav aria-label="${escape(labels.contents)}"><ul>${links.join('')}</ul></nav></header>`,
		`<main>${articles.join('')}</main>`,
		`<footer class="muted"><p>${escape(statement)} ${escape(independent)}</p><p>${escape(version)}</p></footer>`,
		'</body></html>'
	].join('\n');
}

function articleHtml(document: DiagnosticDocument): string {
	const { report } = document;
	const chapters = report.chapters.map((chapter) => {
		const id = `${report.code}-${chapter.id}`;
		const [message, ...sentences] = chapter.sentences;
		return [
			`<section aria-labelledby="${id}"><h2 id="${id}">${escape(chapter.title)}</h2>`,
			`<p class="message">${saidHtml(message!, report)}</p>`,
			...sentences.map((said) => `<p>${saidHtml(said, report)}</p>`),
			...chapter.blocks.map((block) => blockHtml(block, document)),
			'</section>'
		].join('');
	});
	return `<article id="${report.code}"><p class="muted">${headOf(report)}</p><h1>${escape(report.name)}</h1>${contents(report)}${chapters.join('')}${sources(report)}</article>`;
}

const headOf = ({ kind, within, comparison, date, language }: Report): string =>
	[kind, within, comparison, formatPublished(language, date)]
		.filter((part) => part !== '')
		.map((part) => `<bdi>${escape(part)}</bdi>`)
		.join(' · ');

const contents = ({ code, chapters }: Report): string =>
	`<ul class="chapters">${chapters.map(({ id, title }) => `<li><a href="#${code}-${id}">${escape(title)}</a></li>`).join('')}</ul>`;

function sources({ code, sources: all, labels }: Report): string {
	const lines = all.map(
		({ number, id, text, licence }) =>
			`<li id="${code}-source-${number}" value="${number}"><bdi>${escape(text)}</bdi> · ${escape(licence)} · <code>${escape(id)}</code></li>`
	);
	return `<section><h2>${escape(labels.sources)}</h2><ol class="sources">${lines.join('')}</ol></section>`;
}
