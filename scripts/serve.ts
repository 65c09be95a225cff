import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { App } from '#lib/server/app.ts';
import { createFront } from '#lib/server/http/front.ts';
import { refusedBody } from '#lib/server/http/body-limit.ts';
import type { NodeHandler } from '#lib/server/http/record.ts';
import { handlerHeaders } from '#lib/server/http/security.ts';
import { apiSource, filesSource, pagesSource } from '#lib/server/http/sources.ts';

/**
 * The production server: one node:http server, a cache of ready bytes, and Kit's handler behind it for what is not
 * in the cache. HOST, PORT, FURAS_DATA, FURAS_STORE and FURAS_BASEMAP are read from the environment.
 */
const ROOT = join(import.meta.dirname, '..');
const HANDLER = join(ROOT, 'build', 'handler.js');
const HOST = process.env['HOST'] ?? '127.0.0.1';
const PORT = process.env['PORT'] ?? '3000';
/** How long open requests may take to end after a signal, in milliseconds. */
const GRACE = 5_000;

/** Prints one sentence and ends: what an operator can change is never a stack trace. */
function refuse(sentence: string): never {
	console.error(sentence);
	process.exit(1);
}

const port = Number(PORT);
if (!/^\d+$/.test(PORT) || port > 65_535) refuse(`PORT must be a number from 0 to 65535, got "${PORT}".`);
if (!existsSync(HANDLER)) refuse('The app is not built: run "npm start", which builds it, or "npm run build".');

process.env['FURAS_DATA'] ??= join(ROOT, 'data', 'built');
process.env['FURAS_STORE'] ??= join(ROOT, 'data', 'living');
// Kit's own limit knows one size for all addresses; `refusedBody` knows which may be large.
process.env['BODY_SIZE_LIMIT'] ??= 'Infinity';
process.env['PROTOCOL_HEADER'] ??= 'x-forwarded-proto';

// Every answer leaves little garbage: a young generation that may not grow holds 15 MB less and costs nothing measurable.
setFlagsFromString('--semi-space-growth-factor=1');
// Reading a register makes much of it: without a bound V8 reserves 80 MB more than it ever fills.
setFlagsFromString('--max-semi-space-size=16');
// And without this one the heap grows by half between two collections of what a bulk insert leaves behind.
setFlagsFromString('--heap-growing-percent=20');

const kit = await kitHandler();
const handler: NodeHandler = (request, response, next) => {
	// Without a proxy in front the scheme is plain http; Kit would take https for granted.
	request.headers['x-forwarded-proto'] ??= 'http';
	return kit.handler(request, response, next);
};
// Kit's init hook has opened the app in the bundle and left it here; see src/lib/server/app.ts for why.
const app = (globalThis as { [key: symbol]: unknown })[Symbol.for('furas.app')] as App;
const front = createFront([apiSource(app), filesSource(app), pagesSource(handler)], () => app.generation);

const server = createServer((request, response) => {
	if (!front.handle(request, response)) hand(request, response);
});
server.keepAliveTimeout = 65_000;
server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EADDRINUSE') refuse(`Port ${port} on ${HOST} is taken: stop what runs there, or set PORT to another number.`);
	refuse(`The server cannot listen on ${HOST}:${port}: ${error.message}.`);
});
server.listen(port, HOST, () => {
	const address = server.address();
	const host = HOST.includes(':') ? `[${HOST}]` : HOST;
	console.log(`Furas: http://${host}:${typeof address === 'object' && address ? address.port : port}/`);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop());

async function kitHandler(): Promise<{ handler: NodeHandler }> {
	try {
		return (await import(pathToFileURL(HANDLER).href)) as { handler: NodeHandler };
	} catch (error) {
		return refuse(error instanceof Error ? error.message : String(error));
	}
}

/** Gives Kit what the front does not take: assets, redirects, anything but GET. */
function hand(request: IncomingMessage, response: ServerResponse): void {
	const refused = refusedBody(request.method ?? '', request.url ?? '', request.headers);
	if (refused) {
		response.writeHead(refused, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${refused}\n`);
		return;
	}
	for (const [name, value] of Object.entries(handlerHeaders(request.url ?? ''))) response.setHeader(name, value);
	handler(request, response, () => response.writeHead(404).end());
}

/** Lets open requests end, then closes the bank and leaves. */
function stop(): void {
	setTimeout(() => server.closeAllConnections(), GRACE).unref();
	server.close(() => void app.close().then(() => process.exit(0)));
	server.closeIdleConnections();
}
