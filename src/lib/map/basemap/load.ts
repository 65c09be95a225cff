import { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';
import type { BasemapAddress } from './address.ts';
import { fromStyle, fromTiles, type BasemapWish, type LoadedBasemap } from './made.ts';

/** The basemap of the installation in a language and an appearance. Rejects with a sentence for the log when there is none to be had. */
export async function loadBasemap({ kind, address }: BasemapAddress, wish: BasemapWish): Promise<LoadedBasemap> {
	switch (kind) {
		case 'pmtiles':
			return fromTiles(opened(new URL(address, location.href).href), wish);
		case 'style':
			return fromStyle(address, wish, jsonAt);
	}
}

let protocol: Protocol | null = null;

/** The archive at an address, opened once; the map reads its tiles from it. */
function opened(url: string): PMTiles {
	if (!protocol) {
		protocol = new Protocol();
		addProtocol('pmtiles', protocol.tile);
	}
	const known = protocol.get(url);
	if (known) return known;
	const archive = new PMTiles(url);
	protocol.add(archive);
	return archive;
}

async function jsonAt(url: string): Promise<unknown> {
	const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'origin' });
	if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
	return answer.json();
}
