/** `npm start`: data and app as the sources say, then the server, which prints its address. */
import { buildApp, buildData } from './build.ts';

if (!buildData() || !buildApp()) {
	console.error('The build failed (see above), so nothing was started.');
	process.exit(1);
}
await import('./serve.ts');
