import type { LoadedFace } from './faces.ts';

/**
 * Opens the browser's print dialog on a drawing, on a page of exactly its size in millimetres. Everything happens in a frame of this
 * page: nothing is sent. The rules are made as objects, because the content policy refuses styles written into a document.
 */
export async function printDrawing(svg: string, width: number, height: number, faces: readonly LoadedFace[]): Promise<void> {
	const frame = document.createElement('iframe');
	frame.title = 'Furas';
	frame.tabIndex = -1;
	frame.setAttribute('aria-hidden', 'true');
	// A frame that is not laid out prints an empty page in some browsers.
	Object.assign(frame.style, {
		position: 'fixed',
		insetInlineStart: '0',
		insetBlockEnd: '0',
		inlineSize: '1px',
		blockSize: '1px',
		opacity: '0',
		border: '0'
	});
	document.body.append(frame);
	const [inside, window] = [frame.contentDocument, frame.contentWindow as (Window & typeof globalThis) | null];
	if (!inside || !window) throw new Error('This browser opens no frame.');
	const sheet = new window.CSSStyleSheet();
	sheet.replaceSync(
		`@page { size: ${width}mm ${height}mm; margin: 0 } html, body { margin: 0 } svg { display: block; width: ${width}mm; height: ${height}mm; print-color-adjust: exact }`
	);
	inside.adoptedStyleSheets = [sheet];
	for (const { family, weight, bytes } of faces) {
		inside.fonts.add(await new window.FontFace(family, bytes.slice(0), { weight: String(weight) }).load());
	}
	const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
	inside.body.replaceChildren(inside.importNode(drawing, true));
	window.addEventListener('afterprint', () => setTimeout(() => frame.remove()), { once: true });
	window.focus();
	window.print();
}
