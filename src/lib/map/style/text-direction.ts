let pinned = false;

/**
 * Pins every off-screen canvas to left-to-right. MapLibre draws glyph by glyph after it has ordered the text itself; under
 * `<html dir="rtl">` such a canvas inherits the direction and would mirror brackets a second time. Call before MapLibre loads.
 */
export function pinTextDirection(): void {
	if (pinned || typeof OffscreenCanvas === 'undefined') return;
	pinned = true;
	const original = OffscreenCanvas.prototype.getContext;
	OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: Parameters<typeof original>) {
		const context = original.apply(this, args);
		if (args[0] === '2d' && context) (context as OffscreenCanvasRenderingContext2D).direction = 'ltr';
		return context;
	} as typeof original;
}
