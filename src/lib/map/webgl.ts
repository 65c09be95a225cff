/** True when the browser can give the map a WebGL 2 context; the probe gives its context back at once. */
export function hasWebgl(): boolean {
	try {
		const context = document.createElement('canvas').getContext('webgl2');
		context?.getExtension('WEBGL_lose_context')?.loseContext();
		return context !== null;
	} catch {
		return false;
	}
}
