import { startServer } from '../production-server.ts';
import { atMost, type Measure } from './measure.ts';
import { residentMb } from './server.ts';

const LANGUAGES = ['ar', 'fr', 'en'] as const;
const GOAL_MS = 3000;

/** Diagnostics as a delegate gets them from a server of their own: data, PDF and slides of every region in every language. */
export async function diagnosticMeasures(): Promise<Measure[]> {
	const server = await startServer();
	try {
		const base = `http://127.0.0.1:${server.port}/api/v1`;
		const regions = await codes(`${base}/territories?level=region`);
		const provinces = await codes(`${base}/territories?level=province`);
		const first = await asked(`${base}/diagnostics/MA-HAJ`);
		const data: number[] = [];
		for (const code of [...regions, ...provinces]) data.push((await asked(`${base}/diagnostics/${code}?vs=alike`)).ms);
		const [pdf, pptx] = [[], []] as [number[], number[]];
		const started = performance.now();
		for (const code of regions) {
			for (const language of LANGUAGES) {
				pdf.push((await asked(`${base}/diagnostics/${code}.pdf?lang=${language}`)).ms);
				pptx.push((await asked(`${base}/diagnostics/${code}.pptx?lang=${language}`)).ms);
			}
		}
		const all = performance.now() - started;
		const bundle = await asked(`${base}/diagnostics/MA-03.html?lang=ar`);
		return [
			atMost('first diagnostic of a server, which reads the tables', first.ms, 1000, 'ms'),
			atMost('diagnostic as data, median of 87', quantile(data, 0.5), 30, 'ms'),
			atMost('diagnostic as data, 95 % of 87', quantile(data, 0.95), 30, 'ms'),
			atMost('PDF of a region, slowest of 36', Math.max(...pdf), GOAL_MS, 'ms'),
			atMost('slides of a region, slowest of 36', Math.max(...pptx), GOAL_MS, 'ms'),
			atMost('12 regions × 3 languages, PDF and slides', all / 1000, 120, 's'),
			atMost('a region and its provinces in one file', bundle.bytes / 1e6, 25, 'MB'),
			atMost('resident memory after all that', residentMb(server.process.pid!), 900, 'MB')
		];
	} finally {
		await server.stop();
	}
}

async function asked(address: string): Promise<{ readonly ms: number; readonly bytes: number }> {
	const started = performance.now();
	const answer = await fetch(address);
	const { byteLength } = await answer.arrayBuffer();
	if (!answer.ok) throw new Error(`${address} was refused with status ${answer.status}.`);
	return { ms: performance.now() - started, bytes: byteLength };
}

async function codes(address: string): Promise<string[]> {
	const { items } = (await (await fetch(address)).json()) as { items: readonly { readonly code: string }[] };
	return items.map(({ code }) => code);
}

const quantile = (values: readonly number[], share: number): number =>
	values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
