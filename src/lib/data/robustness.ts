import type { Snapshot } from '#lib/core/release/snapshot.ts';
import { LEVEL_OBJECTS } from '#lib/core/geo/geography.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import type { Answer, Order } from '#lib/worker/protocol.ts';
import { fetchCommunes, fetchJson, fileOf } from './atlas.ts';

/** What is told while an answer comes together. */
export interface Listener {
	onbands(bands: Extract<Answer, { kind: 'bands' }>['bands']): void;
	onzones(zones: Extract<Answer, { kind: 'zones' }>['zones']): void;
	ondrivers(drivers: Extract<Answer, { kind: 'drivers' }>['drivers']): void;
	onfail(): void;
}

/** The worker of the page, started with the first question and told only what a question needs. */
export class RobustnessWorker {
	readonly #snapshot: Snapshot;
	readonly #told = new Set<string>();
	#worker: Worker | null = null;
	#listener: Listener | null = null;
	#id = 0;

	constructor(snapshot: Snapshot) {
		this.#snapshot = snapshot;
	}

	/** Asks; a question that was open is dropped. */
	async ask(question: RankingQuestion, listener: Listener): Promise<void> {
		const id = ++this.#id;
		this.#listener = listener;
		try {
			const worker = this.#open();
			await this.#prepare(worker, question.level);
			if (id === this.#id) this.#tell(worker, { kind: 'ask', id, question });
		} catch {
			if (id === this.#id) listener.onfail();
		}
	}

	/** Drops the open question. */
	cancel(): void {
		this.#listener = null;
		if (this.#worker) this.#tell(this.#worker, { kind: 'cancel', id: this.#id });
		this.#id++;
	}

	close(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#told.clear();
	}

	#tell(worker: Worker, order: Order): void {
		worker.postMessage(order);
	}

	#open(): Worker {
		if (this.#worker) return this.#worker;
		const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#hear(data);
		worker.onerror = () => this.#listener?.onfail();
		const { release, method, chains, levels } = this.#snapshot;
		this.#tell(worker, { kind: 'open', snapshot: { release, method, chains, levels } });
		this.#worker = worker;
		return worker;
	}

	#hear(answer: Answer): void {
		if (answer.id !== this.#id || !this.#listener) return;
		if (answer.kind === 'bands') this.#listener.onbands(answer.bands);
		else if (answer.kind === 'zones') this.#listener.onzones(answer.zones);
		else if (answer.kind === 'drivers') this.#listener.ondrivers(answer.drivers);
		else this.#listener.onfail();
	}

	async #prepare(worker: Worker, level: Level): Promise<void> {
		const { id } = this.#snapshot.release;
		if (level === 'commune' && !this.#told.has('table')) {
			this.#tell(worker, { kind: 'communes', table: await fetchCommunes(id, fetch) });
			this.#told.add('table');
		}
		// Borders say which places are neighbours; regions are never joined.
		const object = LEVEL_OBJECTS[level];
		if (level !== 'region' && !this.#told.has(object)) {
			const topology = await fetchJson<PolygonTopology>(fileOf(id, `${object}.topo.json`), fetch);
			this.#tell(worker, { kind: 'ground', level, object, topology });
			this.#told.add(object);
		}
	}
}
