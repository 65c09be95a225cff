import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { VariableChoice, VariableGroup } from '#lib/view/workspace/catalogue.ts';
import type { SelectionMode } from '#lib/view/workspace/selection.ts';
import type { Sheet } from '#lib/view/workspace/sheet.ts';
import type { MapSpec, Side, Workspace } from '#lib/view/workspace/workspace.ts';

export type { SelectionMode, Sheet, VariableChoice, VariableGroup };

/** What every panel of the workspace reads and asks for. Its fields follow the address (Svelte state behind getters). */
export interface Desk {
	readonly workspace: Workspace;
	/** Null until the snapshot is there. */
	readonly atlas: Atlas | null;
	/** Null until what it shows is there. */
	readonly first: Sheet | null;
	/** Null while no second map is shown. */
	readonly second: Sheet | null;
	readonly groups: readonly VariableGroup[];
	/** Selected codes of the level on screen. */
	readonly selected: ReadonlySet<string>;
	readonly hovered: string | null;
	/** Takes a change: one step of undo, one entry of the history. */
	change(part: Partial<Workspace>): void;
	changeMap(side: Side, part: Partial<MapSpec>): void;
	select(codes: readonly string[], mode: SelectionMode): void;
	hover(code: string | null): void;
	/** The variable of an id at the level on screen, fetched when it is not there; rejects with a sentence when it does not come. */
	variable(id: string): Promise<Variable>;
	/** Says something to a screen reader and in the status line. */
	say(text: string): void;
	undo(): void;
	redo(): void;
	readonly canUndo: boolean;
	readonly canRedo: boolean;
	/** The address of the workspace without anything of the reader's own; at most 2,000 characters, `isCut` when the selection was left out. */
	readonly link: { readonly address: string; readonly isCut: boolean };
}
