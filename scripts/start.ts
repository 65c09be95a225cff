/** `npm start`: data and app as the sources say, then the server, which prints its address. */
import { fileURLToPath } from 'node:url';
import { buildApp, buildData } from './build.ts';

if (!buildData() || !buildApp()) {
	console.error('The build failed (see above), so nothing was started.');
	process.exit(1);
}
const server = new URL('./serve.ts', import.meta.url);
process.argv[1] = fileURLToPath(server);
await import(server.href);
