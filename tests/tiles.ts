/** Vector tiles and a PMTiles archive of version 3, written by hand for tests: nothing packed, one directory. */
export interface TileFeature {
	readonly properties: Readonly<Record<string, string | number>>;
	/** A ring in the 4096 units of a tile; a single pair is a point. */
	readonly ring: readonly (readonly [number, number])[];
}

const varint = (value: number): number[] => {
	const bytes: number[] = [];
	for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
	return [...bytes, value];
};
const field = (id: number, bytes: readonly number[]): number[] => [...varint(id * 8 + 2), ...varint(bytes.length), ...bytes];
const number = (id: number, value: number): number[] => [...varint(id * 8), ...varint(value)];
const utf8 = (text: string): number[] => [...Buffer.from(text, 'utf8')];
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

function geometry(ring: TileFeature['ring']): number[] {
	let [x, y] = [0, 0];
	const move = ([toX, toY]: readonly [number, number]): number[] => {
		const steps = [zigzag(toX - x), zigzag(toY - y)];
		[x, y] = [toX, toY];
		return steps;
	};
	const first = [1 | (1 << 3), ...move(ring[0]!)];
	const rest = ring.slice(1);
	return rest.length === 0 ? first : [...first, 2 | (rest.length << 3), ...rest.flatMap(move), 7 | (1 << 3)];
}

/** One layer of a tile. */
function layer(name: string, features: readonly TileFeature[]): number[] {
	const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
	const values = [...new Set(features.flatMap(({ properties }) => Object.values(properties)))];
	const written = features.map(({ properties, ring }) =>
		field(2, [
			...field(
				2,
				Object.entries(properties).flatMap(([key, value]) => [...varint(keys.indexOf(key)), ...varint(values.indexOf(value))])
			),
			...number(3, ring.length === 1 ? 1 : 3),
			...field(4, geometry(ring).flatMap(varint))
		])
	);
	const said = values.map((value) => field(4, typeof value === 'number' ? number(5, value) : field(1, utf8(value))));
	return [
		...number(15, 2),
		...field(1, utf8(name)),
		...written.flat(),
		...keys.flatMap((key) => field(3, utf8(key))),
		...said.flat(),
		...number(5, 4096)
	];
}

/** A vector tile with these layers. */
export const tileOf = (layers: Readonly<Record<string, readonly TileFeature[]>>): Uint8Array =>
	Uint8Array.from(Object.entries(layers).flatMap(([name, features]) => field(3, layer(name, features))));

const HEADER = 127;

/** An archive with the one tile of zoom 0; `type` 1 is vector, 2 a picture. */
export function archiveOf(tile: Uint8Array, metadata: object, type = 1): Uint8Array {
	// One entry: id 0, run of 1, its length, offset 0 (written as 1).
	const directory = [...varint(1), ...varint(0), ...varint(1), ...varint(tile.length), ...varint(1)];
	const told = utf8(JSON.stringify(metadata));
	const at = { directory: HEADER, told: HEADER + directory.length, tiles: HEADER + directory.length + told.length };
	const bytes = new Uint8Array(at.tiles + tile.length);
	const view = new DataView(bytes.buffer);
	bytes.set(utf8('PMTiles'));
	view.setUint8(7, 3);
	const places = [at.directory, directory.length, at.told, told.length, at.tiles, 0, at.tiles, tile.length, 1, 1, 1];
	places.forEach((value, i) => view.setBigUint64(8 + 8 * i, BigInt(value), true));
	// Clustered; directory and tiles not packed; kind of tile; zoom 0 to 0.
	[1, 1, 1, type, 0, 0].forEach((value, i) => view.setUint8(96 + i, value));
	[-180, -85, 180, 85].forEach((degrees, i) => view.setInt32(102 + 4 * i, degrees * 1e7, true));
	bytes.set(directory, at.directory);
	bytes.set(told, at.told);
	bytes.set(tile, at.tiles);
	return bytes;
}
