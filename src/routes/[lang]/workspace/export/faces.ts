import arabicRegular from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import arabicSemibold from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url';
import latinRegular from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url';
import latinSemibold from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url';

/** The page's own letters: a drawing that stands alone has no page to take them from. */
const FACES = [
	{ family: 'IBM Plex Sans Arabic', weight: 400, address: arabicRegular },
	{ family: 'IBM Plex Sans Arabic', weight: 600, address: arabicSemibold },
	{ family: 'IBM Plex Sans', weight: 400, address: latinRegular },
	{ family: 'IBM Plex Sans', weight: 600, address: latinSemibold }
] as const;

/** One face with its file. */
export interface LoadedFace {
	readonly family: string;
	readonly weight: number;
	readonly bytes: ArrayBuffer;
}

let loaded: Promise<readonly LoadedFace[]> | null = null;

/** The letters of a printed map, fetched once from where this page has its own; rejects when one does not come. */
export function loadFaces(): Promise<readonly LoadedFace[]> {
	loaded ??= Promise.all(
		FACES.map(async ({ family, weight, address }) => {
			const answer = await fetch(address);
			if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
			return { family, weight, bytes: await answer.arrayBuffer() };
		})
	);
	loaded.catch(() => (loaded = null));
	return loaded;
}

/** Faces as the rules of a drawing that carries them along. */
export const faceRules = (faces: readonly LoadedFace[]): string =>
	faces
		.map(
			({ family, weight, bytes }) =>
				`@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${base64Of(bytes)}) format('woff2')}`
		)
		.join('');

function base64Of(bytes: ArrayBuffer): string {
	let text = '';
	for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
	return btoa(text);
}
