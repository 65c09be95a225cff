import type { MapSpec, Side, Workspace } from '#lib/view/workspace/workspace.ts';
import type { Desk, Sheet } from '../workspace/desk.ts';

/**
 * A desk for a frame: it shows what the desk behind it shows, and keeps what is chosen on it to itself, for the address of a frame
 * belongs to the page around it. Nothing else of the workspace can be changed.
 */
export class FrameDesk implements Desk {
	readonly #behind: Desk;
	#territory = $state<string | null>(null);
	#only = $state.raw<Readonly<Record<Side, readonly number[] | null>> | null>(null);

	constructor(behind: Desk) {
		this.#behind = behind;
		this.#territory = behind.workspace.territory;
	}

	readonly workspace = $derived.by((): Workspace => ({
		...this.#behind.workspace,
		territory: this.#territory,
		first: { ...this.#behind.workspace.first, only: this.#onlyOf('first') },
		second: { ...this.#behind.workspace.second, only: this.#onlyOf('second') }
	}));
	readonly first = $derived.by(() => this.#sheet(this.#behind.first, 'first'));
	readonly second = $derived.by(() => this.#sheet(this.#behind.second, 'second'));

	#onlyOf(side: Side): readonly number[] | null {
		return this.#only ? this.#only[side] : this.#behind.workspace[side].only;
	}

	#sheet(sheet: Sheet | null, side: Side): Sheet | null {
		return sheet && { ...sheet, spec: { ...sheet.spec, only: this.#onlyOf(side) } };
	}

	get atlas() {
		return this.#behind.atlas;
	}
	get groups() {
		return this.#behind.groups;
	}
	get selected() {
		return this.#behind.selected;
	}
	get hovered() {
		return this.#behind.hovered;
	}
	get link() {
		return this.#behind.link;
	}
	readonly canUndo = false;
	readonly canRedo = false;

	readonly change = (part: Partial<Workspace>): void => {
		if (part.territory !== undefined) this.#territory = part.territory;
	};
	readonly changeMap = (side: Side, { only }: Partial<MapSpec>): void => {
		if (only !== undefined) this.#only = { first: this.#onlyOf('first'), second: this.#onlyOf('second'), [side]: only };
	};
	readonly select = (): void => undefined;
	readonly hover = (code: string | null): void => this.#behind.hover(code);
	readonly variable: Desk['variable'] = (id) => this.#behind.variable(id);
	readonly say = (text: string): void => this.#behind.say(text);
	readonly undo = (): void => undefined;
	readonly redo = (): void => undefined;
}
