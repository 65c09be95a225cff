/** What a holder ticks and keeps: ids of steps of the training path and of the legal route, in the order they are shown. */
export interface Checklist {
	readonly items: readonly { readonly id: string; readonly isDone: boolean }[];
}

/** A checklist as read from a file: what it says of steps that do not exist is dropped and named. */
export interface ReadChecklist {
	readonly checklist: Checklist;
	readonly dropped: readonly string[];
}

/** What marks a file as a checklist of this product, and its version. */
const FORMAT = 'furas-checklist-1';

/** A checklist of these steps with nothing done; a step named twice stands once. */
export const newChecklist = (ids: readonly string[]): Checklist => ({ items: [...new Set(ids)].map((id) => ({ id, isDone: false })) });

/** The checklist with one step ticked or unticked; as it was when it has no such step. */
export const tick = ({ items }: Checklist, id: string, isDone: boolean): Checklist => ({
	items: items.map((item) => (item.id === id ? { id, isDone } : item))
});

/** Ids of what is done. */
export const doneIn = ({ items }: Checklist): ReadonlySet<string> => new Set(items.filter(({ isDone }) => isDone).map(({ id }) => id));

/** The text of a checklist file: JSON that a person can read. */
export const formatChecklist = ({ items }: Checklist): string => `${JSON.stringify({ format: FORMAT, items }, null, '\t')}\n`;

/**
 * The checklist that a text holds, brought to the steps of today (`ids`): a step the text does not name is not done, one that does
 * not exist any more is dropped and reported once. Null when the text is no checklist of this product.
 */
export function parseChecklist(text: string, ids: readonly string[]): ReadChecklist | null {
	const entries = entriesOf(text);
	if (entries === null) return null;
	const said = new Map(entries.map(({ id, isDone }) => [id, isDone]));
	const checklist = { items: newChecklist(ids).items.map(({ id }) => ({ id, isDone: said.get(id) ?? false })) };
	const known = new Set(ids);
	return { checklist, dropped: [...said.keys()].filter((id) => !known.has(id)) };
}

function entriesOf(text: string): Checklist['items'] | null {
	const parsed = parsedOf(text);
	if (!isRecord(parsed) || parsed.format !== FORMAT || !Array.isArray(parsed.items)) return null;
	const items: readonly unknown[] = parsed.items;
	return items.every(isItem) ? items : null;
}

function parsedOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isItem = (value: unknown): value is Checklist['items'][number] =>
	isRecord(value) && typeof value.id === 'string' && typeof value.isDone === 'boolean';
