import { connect, type Socket } from 'node:net';

/** What a load run measured. */
export interface Load {
	readonly perSecond: number;
	readonly requests: number;
}

/** How many connections ask at once, and for how long. */
const CONNECTIONS = 16;

/**
 * Requests per second of GET `path` on loopback over kept-alive raw sockets, one request in flight per connection.
 * Raw, because the client must cost less than the server it measures. Bounded by `milliseconds`; throws on another status than 200.
 */
export async function load(port: number, path: string, milliseconds: number): Promise<Load> {
	const request = Buffer.from(
		`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: br\r\nAccept: text/html,application/json\r\n\r\n`
	);
	const end = performance.now() + milliseconds;
	const start = performance.now();
	const counts = await Promise.all(Array.from({ length: CONNECTIONS }, () => ask(port, request, end)));
	const requests = counts.reduce((sum, count) => sum + count, 0);
	return { requests, perSecond: (requests * 1000) / (performance.now() - start) };
}

function ask(port: number, request: Buffer, end: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
		let answered = 0;
		let missing = 0;
		let head = Buffer.alloc(0);
		socket.on('connect', () => socket.write(request));
		socket.on('error', reject);
		socket.on('data', (chunk: Buffer) => {
			if (missing > 0) missing -= chunk.length;
			else {
				head = Buffer.concat([head, chunk]);
				const split = head.indexOf('\r\n\r\n');
				if (split < 0) return;
				missing = bodyLength(head.subarray(0, split).toString('latin1')) - (head.length - split - 4);
				head = Buffer.alloc(0);
			}
			if (missing > 0) return;
			answered++;
			if (performance.now() < end) return void socket.write(request);
			socket.destroy();
			resolve(answered);
		});
	});
}

function bodyLength(head: string): number {
	if (!head.startsWith('HTTP/1.1 200')) throw new Error(`the server answered ${head.split('\r\n')[0]}`);
	const length = /content-length: (\d+)/i.exec(head);
	if (!length) throw new Error('the server sent no content-length');
	return Number(length[1]);
}
