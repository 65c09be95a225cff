/** So many steps can be taken back. */
const KEPT = 100;

/** What can be undone and done again; a new step forgets what was undone. */
export class Steps<T> {
	#past = $state.raw<readonly T[]>([]);
	#future = $state.raw<readonly T[]>([]);

	get canUndo(): boolean {
		return this.#past.length > 0;
	}

	get canRedo(): boolean {
		return this.#future.length > 0;
	}

	/** Remembers `before`, which a new step leaves. */
	push(before: T): void {
		this.#past = [...this.#past, before].slice(-KEPT);
		this.#future = [];
	}

	/** What stood before the last step, leaving `now`; null when there is none. */
	undo(now: T): T | null {
		const before = this.#past.at(-1);
		if (before === undefined) return null;
		this.#past = this.#past.slice(0, -1);
		this.#future = [...this.#future, now];
		return before;
	}

	/** What was undone last, leaving `now`; null when there is none. */
	redo(now: T): T | null {
		const after = this.#future.at(-1);
		if (after === undefined) return null;
		this.#future = this.#future.slice(0, -1);
		this.#past = [...this.#past, now];
		return after;
	}
}
