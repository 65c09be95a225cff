import type { EncodedTable, Snapshot } from '#lib/core/release/snapshot.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Answer, Order, Question } from '#lib/worker/protocol.ts';
import { fetchCommunes, fileOf } from './atlas.ts';

/** What is told while an answer comes together. */
export interface Listener {
	onbands(bands: Extract<Answer, { kind: 'bands' }>['bands']): void;
	onzones(zones: Extract<Answer, { kind: 'zones' }>['zones']): void;
	ondrivers(drivers: Extract<Answer, { kind: 'drivers' }>['drivers']): void;
	onfail(): void;
}

/** Shapes whose borders say which places are neighbours. Regions are never joined. */
const GROUNDS: Readonly<Partial<Record<Level, { readonly object: string; readonly file: string }>>> = {
	province: { object: 'provinces', file: 'provinces.topo.json' },
	commune: { object: 'communes', file: 'communes.topo.json' }
};

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

	/** Asks; a question that was open is dropped. `communes` saves a second fetch of their table. */
	async ask(question: Question, listener: Listener, communes: EncodedTable | null = null): Promise<void> {
		const id = ++this.#id;
		this.#listener = listener;
		try {
			const worker = this.#open();
			await this.#prepare(worker, question.level, communes);
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

	async #prepare(worker: Worker, level: Level, communes: EncodedTable | null): Promise<void> {
		const { id } = this.#snapshot.release;
		const ground = GROUNDS[level];
		if (level === 'commune' && !this.#told.has('communes')) {
			const table = communes ?? (await fetchCommunes(id, fetch));
			this.#tell(worker, { kind: 'communes', table });
			this.#told.add('communes');
		}
		if (ground && !this.#told.has(ground.file)) {
			const answer = await fetch(fileOf(id, ground.file));
			if (!answer.ok) throw new Error(`${ground.file} answered ${answer.status}`);
			this.#tell(worker, { kind: 'ground', level, object: ground.object, topology: (await answer.json()) as PolygonTopology });
			this.#told.add(ground.file);
		}
	}
}
