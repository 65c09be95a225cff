/** A drawing as a PNG of that size, made by the browser. Rejects where the browser cannot hold so large a picture. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
	const image = new Image(width, height);
	// A data address: the content policy of the pages allows it and no other kind.
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = Object.assign(document.createElement('canvas'), { width, height });
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser has no canvas of that size.');
	context.drawImage(image, 0, 0, width, height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser made no picture of that size.'))), 'image/png')
	);
}
