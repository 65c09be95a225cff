import { pathOfTile, PATTERN_TILES } from '#lib/core/cartography/patterns.ts';
import type { Look } from '#lib/core/cartography/scene.ts';
import { MAP_TOKENS } from '#lib/core/cartography/tokens.ts';
import type { Block, MapBlock, Quadrants, Report, Said, Table, TableCell } from '#lib/i18n/diagnostic/report.ts';
import { tableOf } from '#lib/i18n/diagnostic/table-of.ts';
import type { DiagnosticDocument } from '../diagnostic/document.ts';
import { escape } from '#lib/drawing/map-svg-text.ts';
import { lineSvg, rangesSvg } from './charts.ts';

/** Words with the numbers of their sources, each leading to its line in the list of the article. */
export function saidHtml({ text, refs }: Said, { code }: Pick<Report, 'code'>): string {
	const links = refs.map((ref) => `<a href="#${code}-source-${ref}">${ref}</a>`);
	return `<bdi>${escape(text)}</bdi>${links.length > 0 ? `<sup>[${links.join(', ')}]</sup>` : ''}`;
}

/** One block of a chapter. */
export function blockHtml(block: Block, document: DiagnosticDocument): string {
	const { report } = document;
	switch (block.kind) {
		case 'facts':
			return `<dl class="facts">${block.facts.map(({ label, value, note }) => `<div><dt>${escape(label)}</dt><dd>${saidHtml(value, report)}</dd><dd class="muted">${escape(note)}</dd></div>`).join('')}</dl>`;
		case 'points':
			return `${block.title === '' ? '' : `<h3>${escape(block.title)}</h3>`}${pointsHtml(block.points, report)}`;
		case 'notice':
			return `<p class="notice">${escape(block.text)}</p>`;
		case 'quadrants':
			return quadrantsHtml(block, report);
		case 'map':
			return mapHtml(block, document);
		case 'line':
			return figureHtml(block.title, block.unit, lineSvg(block) + twinHtml(tableOf(block), report), block.note);
		case 'ranges':
			return figureHtml(block.title, block.unit, rangesSvg(block, report.direction) + twinHtml(tableOf(block), report), block.note);
		default:
			return tableHtml(tableOf(block), report);
	}
}

const pointsHtml = (points: readonly Said[], report: Report): string =>
	`<ul>${points.map((point) => `<li>${saidHtml(point, report)}</li>`).join('')}</ul>`;

const quadrantsHtml = ({ items }: Quadrants, report: Report): string =>
	`<div class="quadrants">${items.map(({ key, title, points }) => `<div class="${key}"><h3>${escape(title)}</h3>${pointsHtml(points, report)}</div>`).join('')}</div>`;

const figureHtml = (title: string, unit: string, body: string, note: string): string =>
	`<figure><figcaption><strong>${escape(title)}</strong> <span class="muted">${escape(unit)}</span></figcaption>${body}${note === '' ? '' : `<p class="muted">${escape(note)}</p>`}</figure>`;

function twinHtml(table: Table, report: Report): string {
	return `<details><summary>${escape(report.labels.table)}</summary>${tableHtml({ ...table, title: '', note: '' }, report)}</details>`;
}

function tableHtml({ title, columns, rows, note }: Table, report: Report): string {
	const head = columns.map(({ label, align }) => `<th scope="col" class="${align}">${escape(label)}</th>`).join('');
	let group = '';
	const body = rows.map((row) => {
		const opens = row.group !== '' && row.group !== group;
		group = row.group;
		const cells = row.cells.map((cell, index) => cellHtml(cell, index === 0, columns[index]?.align ?? 'start', report));
		return `${opens ? `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${escape(row.group)}</th></tr>` : ''}<tr>${cells.join('')}</tr>`;
	});
	return [
		title === '' ? '' : `<h3>${escape(title)}</h3>`,
		`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`,
		note === '' ? '' : `<p class="muted">${escape(note)}</p>`
	].join('');
}

function cellHtml(cell: TableCell, isHead: boolean, align: string, report: Report): string {
	const marks = cell.marks.map((mark) => `<span class="mark">${escape(report.labels.marks[mark])}</span>`).join(' ');
	const note = cell.note === '' ? '' : `<span class="muted note">${escape(cell.note)}</span>`;
	const content = `${saidHtml(cell, report)} ${marks}${note}${barHtml(cell)}`;
	return isHead ? `<th scope="row">${content}</th>` : `<td class="${align}">${content}</td>`;
}

/** A bar with a tick for the comparator; the numbers stand beside it. */
function barHtml({ bar }: TableCell): string {
	if (!bar || bar.max <= bar.min) return '';
	const share = (value: number): string => (100 * Math.min(1, Math.max(0, (value - bar.min) / (bar.max - bar.min)))).toFixed(1);
	const tick = bar.reference === null ? '' : `<i style="inset-inline-start:${share(bar.reference)}%"></i>`;
	return `<span class="bar" aria-hidden="true"><b style="inline-size:${share(bar.value)}%"></b>${tick}</span>`;
}

function mapHtml({ id, title, unit, legend, source, description, note }: MapBlock, { pictures }: DiagnosticDocument): string {
	const picture = pictures.get(id);
	const image = picture
		? `<img src="data:image/svg+xml;base64,${Buffer.from(picture.svg).toString('base64')}" alt="${escape(description)}">`
		: '';
	const rows = legend.map(
		({ label, count, look }) => `<li>${swatch(look)} <bdi>${escape(label)}</bdi> <span class="muted">${count}</span></li>`
	);
	return `<figure class="map"><figcaption><strong>${escape(title)}</strong> <span class="muted">${escape(unit)}</span></figcaption><div>${image}<ul class="legend">${rows.join('')}</ul></div><p class="muted">${escape(note)} <bdi>${escape(source)}</bdi></p></figure>`;
}

/** A colour, or the tile of a pattern as the map draws it. */
function swatch(look: Look): string {
	const fill = look.kind === 'color' ? `fill="${look.light}"` : `fill="${MAP_TOKENS.blank.light}"`;
	const rect = `<rect x=".5" y=".5" width="21" height="13" ${fill} stroke="${MAP_TOKENS.core.light}"/>`;
	if (look.kind === 'color') return `<svg class="swatch" width="22" height="14" aria-hidden="true">${rect}</svg>`;
	const tile = PATTERN_TILES[look.pattern];
	const marks = [0, 1, 2, 3].map((column) => {
		const at = `translate(${column * tile.size} 0)`;
		const dots = tile.dots.map(([x, y, radius]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${MAP_TOKENS.patternInk.light}"/>`);
		return `<g transform="${at}"><path d="${pathOfTile(tile)}" stroke="${MAP_TOKENS.patternInk.light}" stroke-width="${tile.lineWidth}"/>${dots.join('')}</g>`;
	});
	return `<svg class="swatch" width="22" height="14" aria-hidden="true">${rect}${marks.join('')}</svg>`;
}
