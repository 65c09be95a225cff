import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { portOf, startServer } from '../production-server.ts';
import { load } from './http-load.ts';
import { atLeast, atMost, type Measure } from './measure.ts';

const SCORES = '/api/v1/scores?sector=saffron&level=province';
const PAGE = '/ar/territory/MA-HAJ';
const RUN_MS = 3000;

/** The server: cached scores against a bare server sending the same bytes, territory pages, revalidation, start and memory. */
export async function serverMeasures(): Promise<Measure[]> {
	const server = await startServer();
	try {
		const answer = await fetch(`http://127.0.0.1:${server.port}${SCORES}`, { headers: { 'accept-encoding': 'br' } });
		const etag = answer.headers.get('etag') ?? '';
		await answer.arrayBuffer();
		const again = await fetch(`http://127.0.0.1:${server.port}${SCORES}`, { headers: { 'if-none-match': etag, 'accept-encoding': 'br' } });
		const bare = await bareServer(server.port);
		const scores: number[] = [];
		const plain: number[] = [];
		for (let round = 0; round < 3; round++) {
			plain.push((await load(bare.port, SCORES, RUN_MS)).perSecond);
			scores.push((await load(server.port, SCORES, RUN_MS)).perSecond);
		}
		bare.stop();
		const pages = await load(server.port, PAGE, RUN_MS);
		return [
			atLeast('cached scores against bare node:http with the same bytes', middle(scores) / middle(plain), 0.7, '×'),
			atLeast('territory page, from the page cache', pages.perSecond, 900, '/s'),
			atMost('status on its ETag', again.status, 304, ''),
			atMost('cold start', server.startedIn, 500, 'ms'),
			atMost('resident memory after the load', residentMb(server.process.pid!), 150, 'MB')
		];
	} finally {
		await server.stop();
	}
}

const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[1]!;

/** Resident megabytes of a process; NaN where /proc does not exist. */
export function residentMb(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) / 1024;
}

/** A bare node:http server in its own process, sending the bytes and headers the measured one sends. */
async function bareServer(port: number): Promise<{ port: number; stop(): void }> {
	const { request } = await import('node:http');
	const bytes = await new Promise<Buffer>((resolve, reject) => {
		request({ port, host: '127.0.0.1', path: SCORES, headers: { 'accept-encoding': 'br' } }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
		})
			.on('error', reject)
			.end();
	});
	const code = `const b=Buffer.from(process.argv[1],'base64');const s=require('node:http').createServer((q,r)=>{r.writeHead(200,{'content-type':'application/json','content-encoding':'br','content-length':b.length});r.end(b)});s.listen(0,'127.0.0.1',()=>console.log('http://127.0.0.1:'+s.address().port+'/'))`;
	const child = spawn(process.execPath, ['-e', code, bytes.toString('base64')], { stdio: ['ignore', 'pipe', 'inherit'] });
	return { port: await portOf(child), stop: () => void child.kill() };
}
