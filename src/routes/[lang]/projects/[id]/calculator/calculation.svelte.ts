import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { CaseIssue, CaseValues, ParameterId } from '#lib/core/finance/case.ts';
import { checkCase } from '#lib/core/finance/check-case.ts';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { ModelSource } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { AskedCase } from './case-fields.ts';
import { fieldsOf, shownValue, typedValue, type Field } from './fields.ts';

/** How long a hand rests before a sentence says what is wrong, and before the case is told to the address, in milliseconds. */
const REST = 400;

/** What a calculation stands on. */
export interface CalculationGround {
	readonly model: EconomicModel;
	readonly shared: SharedFigures;
	readonly date: string;
	readonly language: Language;
	/** Publications that the figures name. */
	readonly sources: readonly ModelSource[];
}

/**
 * A case while somebody edits it. What is typed stands in its field whatever it is; the results follow the last good
 * numbers, at most once a frame.
 */
export class Calculation {
	readonly ground: CalculationGround;
	readonly fields: readonly Field[];
	readonly #told: (values: CaseValues) => void;
	/** Numbers the results are worked out from. */
	#values = $state.raw<CaseValues>({});
	/** The same with the latest keystroke, until the next frame. */
	#next: CaseValues;
	#frame = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;
	readonly #texts = new SvelteMap<ParameterId, string>();
	/** Fields whose text was left, or has stood still for a moment. */
	readonly #settled = new SvelteSet<ParameterId>();

	/** `told` hears every case that rests. */
	constructor(ground: CalculationGround, asked: AskedCase, told: (values: CaseValues) => void) {
		this.ground = ground;
		this.fields = fieldsOf(ground.model, ground.shared);
		this.#told = told;
		this.#values = this.#next = asked.values;
		for (const [id, text] of Object.entries(asked.texts)) {
			this.#texts.set(id, text);
			this.#settled.add(id);
		}
	}

	readonly evaluation = $derived.by((): Evaluation => {
		const { model, shared, date } = this.ground;
		return evaluate(model, this.#values, shared, date);
	});

	get values(): CaseValues {
		return this.#values;
	}

	/** The number of a field that the results use. */
	valueOf(field: Field): number {
		return this.#values[field.id] ?? field.value;
	}

	/** What stands in a field. */
	textOf(field: Field): string {
		return this.#texts.get(field.id) ?? shownValue(field, this.valueOf(field), this.ground.language);
	}

	/** True when a holder's number or text stands in a field. */
	isChanged(field: Field): boolean {
		return field.id in this.#values || this.#texts.has(field.id);
	}

	/** Why the text of a field is not used, once its hand rests; null for one that is. */
	issueOf(field: Field): CaseIssue | null {
		const text = this.#texts.get(field.id);
		if (text === undefined || !this.#settled.has(field.id)) return null;
		return this.#judged(field, text).issue;
	}

	/** Takes what is typed into a field. */
	readonly type = (field: Field, text: string): void => {
		this.#texts.set(field.id, text);
		this.#settled.delete(field.id);
		const { value } = this.#judged(field, text);
		if (value === null) this.#later();
		else this.#take(field, value);
	};

	/** Sets a field to a number inside its range. */
	readonly set = (field: Field, value: number): void => {
		this.#texts.delete(field.id);
		this.#take(field, value);
	};

	/** A field is left: a good text is written as it was understood, another is spoken of. */
	readonly leave = (field: Field): void => {
		const text = this.#texts.get(field.id);
		if (text === undefined) return;
		if (this.#judged(field, text).value === null) this.#settled.add(field.id);
		else this.#texts.delete(field.id);
	};

	/** Puts the number of the model back. */
	readonly reset = (field: Field): void => this.set(field, field.value);

	/** Puts every number of the model back. */
	readonly resetAll = (): void => this.adopt({});

	/** Takes a whole case that came from elsewhere. */
	adopt(values: CaseValues): void {
		this.#texts.clear();
		this.#settled.clear();
		this.#next = values;
		this.#soon();
	}

	#judged(field: Field, text: string): { value: number | null; issue: CaseIssue | null } {
		const value = typedValue(field, text, this.ground.language, this.#next[field.id]);
		const checked = checkCase(this.ground.model, { [field.id]: value ?? Number.NaN }, this.ground.shared);
		return checked.ok ? { value, issue: null } : { value: null, issue: checked.issues[0]! };
	}

	#take(field: Field, value: number): void {
		const { [field.id]: _before, ...others } = this.#next;
		this.#next = value === field.value ? others : { ...others, [field.id]: value };
		this.#soon();
	}

	#soon(): void {
		if (this.#frame === 0) {
			this.#frame = requestAnimationFrame(() => {
				this.#frame = 0;
				this.#values = this.#next;
			});
		}
		this.#later();
	}

	#later(): void {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => {
			for (const id of this.#texts.keys()) this.#settled.add(id);
			this.#told(this.#next);
		}, REST);
	}

	/** Forgets what is still to be done, when the page goes. */
	close(): void {
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#rest);
	}
}
