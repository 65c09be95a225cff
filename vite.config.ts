import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	// MapLibre 6 resolves its worker beside its own module; pre-bundling would move it.
	optimizeDeps: { exclude: ['maplibre-gl'] }
});
