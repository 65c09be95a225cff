/** `npm start`: data and app as the sources say, then the server, which prints its address. */
import { APP, DATA, build } from './build.ts';

if (![DATA, APP].every(build)) {
	console.error('The build failed (see above), so nothing was started.');
	process.exit(1);
}
process.argv[1] = new URL('./serve.ts', import.meta.url).pathname;
await import('./serve.ts');
