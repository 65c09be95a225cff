import { atMost, type Measure } from './measure.ts';
import { startServer } from '../production-server.ts';
import { residentMb } from './server.ts';

/** Dossiers written after the first one, each with numbers that none before had. */
const RUNS = 20;
/** A dossier is waited for: more than this is too long. */
const GOAL_MS = 2000;

/** What a group asks; `price` makes every dossier another one. */
const question = (price: number) => ({
	title: 'تعاونية',
	parameters: { 'revenue.0.price': price },
	place: { lat: 33.69, lon: -5.37 },
	profile: { holder: 'women', members: 12, womenShare: 1, ownMoneyMad: 60_000 },
	stage: 'creation'
});

async function written(port: number, language: string, price: number): Promise<{ readonly ms: number; readonly bytes: number }> {
	const started = performance.now();
	const answer = await fetch(`http://127.0.0.1:${port}/api/v1/projects/M02/dossier.pdf?lang=${language}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(question(price))
	});
	const { byteLength } = await answer.arrayBuffer();
	if (!answer.ok) throw new Error(`The dossier was refused with status ${answer.status}.`);
	return { ms: performance.now() - started, bytes: byteLength };
}

/** The dossier as a holder gets it: the first one of a server, which loads the compiler and its fonts, then ever new ones. */
export async function dossierMeasures(): Promise<Measure[]> {
	const server = await startServer();
	try {
		const before = residentMb(server.process.pid!);
		const first = await written(server.port, 'ar', 120);
		const times: number[] = [];
		for (let run = 0; run < RUNS; run++) times.push((await written(server.port, run % 2 === 0 ? 'fr' : 'ar', 100 + run)).ms);
		times.sort((a, b) => a - b);
		return [
			atMost('first dossier of a server, with its place and map', first.ms, GOAL_MS, 'ms'),
			atMost('dossier with new numbers, median', times[RUNS / 2]!, GOAL_MS, 'ms'),
			atMost('dossier with new numbers, 95 %', times[Math.floor(RUNS * 0.95)]!, GOAL_MS, 'ms'),
			atMost('its size', first.bytes / 1024, 400, 'KiB'),
			atMost(`resident memory after ${RUNS + 1} of them, beside that of the start`, residentMb(server.process.pid!) - before, 250, 'MB')
		];
	} finally {
		await server.stop();
	}
}
