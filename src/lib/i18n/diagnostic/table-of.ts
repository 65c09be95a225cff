import type { BarChart, Column, LineChart, MapBlock, Multiples, RangeChart, Row, Said, Table, TableCell } from './report.ts';

/** A block that shows numbers other than as a table. */
export type Pictured = BarChart | LineChart | RangeChart | Multiples | MapBlock;

/** The table twin of a chart or a map: the same numbers in rows. A table is its own. */
export function tableOf(block: Pictured | Table): Table {
	switch (block.kind) {
		case 'table':
			return block;
		case 'bars':
			return twin(
				block,
				[block.heading, ...block.series.map(({ name }) => withUnit(name, block.unit))],
				block.categories.map((category, i) => [bare(category), ...block.series.map(({ said }) => said[i]!)])
			);
		case 'line':
			return twin(
				block,
				[block.heading, withUnit(block.name, block.unit)],
				block.points.map(({ label, said }) => [bare(label), said])
			);
		case 'ranges':
			return twin(
				block,
				[block.heading, block.unit, ''],
				block.items.map(({ label, said, typeName }) => [bare(label), said, bare(typeName)])
			);
		case 'multiples':
			return multiplesTable(block);
		case 'map':
			return twin(
				block,
				[withUnit(block.title, block.unit), ''],
				block.legend.map(({ label, count }) => [bare(label), bare(String(count))])
			);
	}
}

/** One row per place, one column per panel. */
function multiplesTable(block: Multiples): Table {
	const places = new Map(block.panels.flatMap(({ items }) => items.map(({ id, label }) => [id, label])));
	const rows = [...places].map(([id, label]) => [
		bare(label),
		...block.panels.map(({ items }) => items.find((item) => item.id === id)?.said ?? bare('–'))
	]);
	const whole = block.panels.find((panel) => panel.whole)?.whole;
	const last = whole ? [[bare(whole.label), ...block.panels.map((panel) => panel.whole?.said ?? bare('–'))]] : [];
	return twin(block, [block.heading, ...block.panels.map(({ title, unit }) => withUnit(title, unit))], [...rows, ...last]);
}

const withUnit = (name: string, unit: string): string => (unit === '' || unit === name ? name : `${name} (${unit})`);
const bare = (text: string): Said => ({ text, refs: [], cells: [] });

function twin(
	{ id, title, note }: Pick<Pictured, 'id' | 'title' | 'note'>,
	heads: readonly string[],
	rows: readonly (readonly Said[])[]
): Table {
	return {
		kind: 'table',
		id: `${id}-twin`,
		title,
		note,
		columns: heads.map((label, index): Column => ({ label, align: index === 0 ? 'start' : 'end', share: index === 0 ? 3 : 1.5 })),
		rows: rows.map((cells, index): Row => ({ id: `${id}-${index}`, group: '', cells: cells.map(cellOf) }))
	};
}

const cellOf = (said: Said): TableCell => ({ ...said, note: '', marks: [], bar: null, link: null });
