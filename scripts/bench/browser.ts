import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { chromiumFlags, chromiumPath } from '../chromium.ts';
import { atMost, type Measure } from './measure.ts';
import { startServer } from '../production-server.ts';

const MAP = '/ar?chain=olive';
/** Pages of a holder, read on a cheap phone. */
const NEAR = '/ar/near?commune=03.171.01.05';
const SHEET = '/ar/projects/M13?commune=03.171.01.05';
const DESK = { width: 1440, height: 900 } as const;
const PHONE = { width: 360, height: 740 } as const;
const MOVES = 120;
const KIB = 1024;

/** What the map route and the text pages weigh, how soon they paint, and what a slider move costs, in real Chromium. */
export async function browserMeasures(): Promise<Measure[]> {
	const server = await startServer();
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] });
	const origin = `http://127.0.0.1:${server.port}`;
	try {
		return [
			...(await weights(browser, origin)),
			atMost(
				'largest contentful paint of the map route at 4× CPU slowdown',
				await middleOfThree(() => largestPaint(browser, { url: `${origin}${MAP}`, ready: mapReady, viewport: DESK })),
				1500,
				'ms'
			),
			...(await holderPaints(browser, origin)),
			atMost('slider move at full speed, p95', await sliderMove(browser, origin, 1), 8, 'ms'),
			atMost('slider move at 4× CPU slowdown, p95', await sliderMove(browser, origin, 4), 16, 'ms')
		];
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** Bytes on the wire of one page load, split into what is given (map library with its worker, fonts), the document, and the rest of ours. */
interface Weight {
	readonly document: number;
	readonly library: number;
	readonly fonts: number;
	readonly ours: number;
	readonly deck: number;
}

async function weights(browser: Browser, origin: string): Promise<Measure[]> {
	const map = await weigh(browser, `${origin}${MAP}`, mapReady);
	const cooperatives = await weigh(browser, `${origin}/ar?lens=cooperatives`, mapReady);
	const territory = await weigh(browser, `${origin}/ar/territory/MA-HAJ`, settled);
	const method = await weigh(browser, `${origin}/ar/method`, settled);
	const near = await weigh(browser, `${origin}${NEAR}`, settled);
	const sheet = await weigh(browser, `${origin}${SHEET}`, settled);
	return [
		atMost('map route, everything', all(map) / KIB, 640, 'KiB'),
		atMost('map route, our code, styles, geometry and snapshot', map.ours / KIB, 140, 'KiB'),
		atMost('deck.gl on the map route before a layer needs it', map.deck / KIB, 0, 'KiB'),
		atMost('deck.gl when the cooperatives need it', cooperatives.deck / KIB, 175, 'KiB'),
		atMost('territory page without fonts', (all(territory) - territory.fonts) / KIB, 60, 'KiB'),
		atMost('method page without fonts', (all(method) - method.fonts) / KIB, 60, 'KiB'),
		atMost('near me without fonts', (all(near) - near.fonts) / KIB, 160, 'KiB'),
		atMost('a sheet with its calculator, without fonts', (all(sheet) - sheet.fonts) / KIB, 240, 'KiB')
	];
}

async function weigh(browser: Browser, url: string, ready: (page: Page) => Promise<unknown>): Promise<Weight> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	const network = await page.context().newCDPSession(page);
	await network.send('Network.enable');
	const kinds = new Map<string, keyof Weight>();
	const sum: Record<keyof Weight, number> = { document: 0, library: 0, fonts: 0, ours: 0, deck: 0 };
	const workers: string[] = [];
	page.on('worker', (worker) => workers.push(worker.url()));
	const bodies: Promise<void>[] = [];
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		bodies.push(
			kindOf(network, requestId, kinds.get(requestId)).then((kind) => {
				sum[kind] += encodedDataLength;
			})
		);
	});
	network.on('Network.responseReceived', ({ requestId, response }) => {
		if (response.url === url) kinds.set(requestId, 'document');
		if (response.url.endsWith('.woff2')) kinds.set(requestId, 'fonts');
	});
	await page.goto(url);
	await ready(page);
	await page.waitForTimeout(1500);
	await Promise.all(bodies);
	await page.close();
	// The protocol of the page does not see what its workers load.
	for (const worker of new Set(workers)) sum.library += await packedSize(worker);
	return sum;
}

const all = (weight: Weight): number => Object.values(weight).reduce((sum, bytes) => sum + bytes, 0);

async function packedSize(url: string): Promise<number> {
	const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } });
	return Number(answer.headers.get('content-length'));
}

/** Chunk names are hashes, so a chunk is told by words only its library carries. */
async function kindOf(network: CDPSession, requestId: string, known: keyof Weight | undefined): Promise<keyof Weight> {
	if (known) return known;
	try {
		const { body } = await network.send('Network.getResponseBody', { requestId });
		if (body.includes('_getDeckInstance') || body.includes('luma.gl') || body.includes('deck.gl')) return 'deck';
		return body.length > 100_000 && body.includes('maplibregl') ? 'library' : 'ours';
	} catch {
		return 'ours'; // a worker's or a redirect's body is not kept by the protocol
	}
}

const mapReady = (page: Page): Promise<unknown> => page.waitForSelector('[data-ready]', { timeout: 60_000 });
const settled = (page: Page): Promise<unknown> => page.waitForLoadState('networkidle');

async function slowedPage(browser: Browser, slowdown: number, viewport: typeof DESK | typeof PHONE = DESK): Promise<Page> {
	const page = await browser.newPage({ viewport });
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	return page;
}

async function holderPaints(browser: Browser, origin: string): Promise<Measure[]> {
	const paint = (path: string): Promise<number> =>
		middleOfThree(() => largestPaint(browser, { url: `${origin}${path}`, ready: settled, viewport: PHONE }));
	return [
		atMost('largest contentful paint of near me on a phone at 4× CPU slowdown', await paint(NEAR), 1500, 'ms'),
		atMost('largest contentful paint of a sheet on a phone at 4× CPU slowdown', await paint(SHEET), 1500, 'ms')
	];
}

/** Loads differ by what else the machine does: the middle of three. */
async function middleOfThree(measure: () => Promise<number>): Promise<number> {
	const values = [await measure(), await measure(), await measure()];
	return values.toSorted((a, b) => a - b)[1]!;
}

/** A page that is opened to be painted. */
interface Painted {
	readonly url: string;
	readonly ready: (page: Page) => Promise<unknown>;
	readonly viewport: typeof DESK | typeof PHONE;
}

/** On a processor four times as slow, in milliseconds. */
async function largestPaint(browser: Browser, { url, ready, viewport }: Painted): Promise<number> {
	const page = await slowedPage(browser, 4, viewport);
	await page.goto(url);
	await ready(page);
	const paint = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
					type: 'largest-contentful-paint',
					buffered: true
				});
			})
	);
	await page.close();
	return paint;
}

/**
 * p95 of the time from the input event to scores, ranks and map states all written. A move waits until the map of the last one
 * is drawn: without a graphics card, drawing takes both cores and would be measured in its place.
 */
async function sliderMove(browser: Browser, origin: string, slowdown: number): Promise<number> {
	const page = await slowedPage(browser, slowdown);
	await page.goto(`${origin}${MAP}`);
	await mapReady(page);
	const times = await page.evaluate(async (moves) => {
		const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
		if (!slider) throw new Error('no weight slider on the map route');
		const measured: number[] = [];
		for (let i = 0; i < moves; i++) {
			slider.value = String(10 + ((i * 7) % 60));
			const start = performance.now();
			slider.dispatchEvent(new Event('input', { bubbles: true }));
			for (let turn = 0; turn < 4; turn++) await Promise.resolve(); // effects run in microtasks
			measured.push(performance.now() - start);
			do await new Promise((resolve) => requestAnimationFrame(resolve));
			while (!document.querySelector('[data-ready]'));
		}
		return measured;
	}, MOVES);
	await page.close();
	return times.toSorted((a, b) => a - b)[Math.floor(MOVES * 0.95)]!;
}
