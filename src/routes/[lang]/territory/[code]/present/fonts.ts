/** Letters of both scripts, and signs of both: a face is fetched when it has something to write. */
const SAMPLE = 'فرص Furas 0–9';

/** Brings in every face a slide may need, before the network goes; rejects when one does not come. */
export async function loadFonts(): Promise<void> {
	await Promise.all(['400 16px Plex', '600 16px Plex'].map((face) => document.fonts.load(face, SAMPLE)));
}
