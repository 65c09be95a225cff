import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { cellOf } from '#lib/core/own/cell.ts';
import { columnsOfProperties } from '#lib/core/own/columns.ts';
import type { OwnCell, ReadTable } from '#lib/core/own/own-table.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';
import { shapesInDegrees } from '#lib/core/own/shapes.ts';
import { decoded } from './text.ts';

/** What KML says of the looks of a placemark: nobody maps it. */
const LOOKS = /^(?:styleUrl|styleHash|styleMapHash|stroke|fill|icon|label|visibility|bgColor|textColor|@geometry-type)/;

/** The placemarks of a KML file. Nothing that it points to is fetched; a document type, which could name such things, is refused. */
export function readKml(bytes: Uint8Array): ReadTable {
	const { text } = decoded(bytes);
	if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new OwnRefused('xml-entities');
	const features = featuresOf(text);
	if (features.length === 0) throw new OwnRefused('no-rows');
	const records = features.map(({ properties }) =>
		Object.entries(properties ?? {}).flatMap(([name, value]): [string, OwnCell][] => (LOOKS.test(name) ? [] : [[name, cellOf(value)]]))
	);
	const { columns, rows, notes } = columnsOfProperties(records);
	const shapes = features.map(({ geometry }) => geometry);
	const checked = shapesInDegrees(shapes, { kind: 'degrees' });
	return { format: 'kml', part: '', parts: [], columns, rows, shapes, notes: [...notes, ...checked.notes] };
}

function featuresOf(text: string): ReturnType<typeof kml>['features'] {
	try {
		const parser = new DOMParser({
			onError(level, message) {
				if (level !== 'warning') throw new Error(message);
			}
		});
		return kml(parser.parseFromString(text, 'text/xml') as never).features;
	} catch (cause) {
		throw new OwnRefused(/<\/kml>\s*$/i.test(text) ? 'damaged' : 'truncated', {}, { cause });
	}
}
