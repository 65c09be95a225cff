import { enhance } from '$app/forms';

/**
 * What there is to say of a draft. `restored`: what was typed before stands in the form again. `kept`: every change is kept.
 * `unsent`: there was no network, nothing is lost. `back`: the network is back and it can be sent. `refused`: the server failed.
 * `none`: nothing typed. `unkept`: this browser keeps nothing.
 */
export type DraftState = 'none' | 'restored' | 'kept' | 'unsent' | 'back' | 'refused' | 'unkept';

/** A form whose fields are kept on the device until it was sent. */
export interface Draft {
	/** Erases what the device keeps and empties the form. */
	forget(): void;
	destroy(): void;
}

const keyOf = (name: string): string => `furas.draft.${name}`;

/**
 * Keeps the fields of `form` on this device under `name` at every change and puts them back, until the form was sent; `told` hears what
 * there is to say. Consent is never kept: it is given anew. Sends the form by itself, so that a missing network loses nothing; where it was
 * sent the browser goes to the page the server names.
 */
export function keepDraft(form: HTMLFormElement, name: string, told: (state: DraftState) => void): Draft {
	const key = keyOf(name);
	let isWaiting = false;
	const keep = (): void => told(write(key, formatFields(form)) ? 'kept' : 'unkept');
	const back = (): void => {
		if (isWaiting) told('back');
	};
	const waits = (): void => {
		isWaiting = true;
		told('unsent');
	};
	const before = read(key);
	told(fillFields(form, before) ? 'restored' : before === '' ? 'none' : 'kept');
	const sender = enhance(form, ({ cancel }) => {
		keep();
		if (!navigator.onLine) {
			cancel();
			waits();
			return;
		}
		return async ({ result, update }) => {
			if (result.type === 'redirect') {
				remove(key);
				// A visit, not a step of the page: should the network end here, the address has the code.
				location.assign(result.location);
				return;
			}
			// Without a status no server has answered.
			if (result.type === 'error') {
				if (result.status === undefined || result.status < 400) waits();
				else told('refused');
				return;
			}
			await update({ reset: false });
		};
	});
	form.addEventListener('input', keep);
	form.addEventListener('change', keep);
	window.addEventListener('online', back);
	return {
		forget() {
			remove(key);
			isWaiting = false;
			form.reset();
			told('none');
		},
		destroy() {
			sender.destroy();
			form.removeEventListener('input', keep);
			form.removeEventListener('change', keep);
			window.removeEventListener('online', back);
		}
	};
}

/** Fields a draft never holds. */
const NEVER = new Set(['consent', 'website']);

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fieldsOf = (form: HTMLFormElement): Field[] =>
	[...form.elements].filter((element): element is Field => {
		if (element instanceof HTMLInputElement) return !['hidden', 'file', 'password', 'submit'].includes(element.type) && isKept(element);
		return (element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) && isKept(element);
	});

const isKept = ({ name }: Field): boolean => name !== '' && !NEVER.has(name);

const isTicked = (field: Field): field is HTMLInputElement =>
	field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

/** What stands in the fields, as a query; empty when nothing does. */
function formatFields(form: HTMLFormElement): string {
	const query = new URLSearchParams();
	for (const field of fieldsOf(form)) {
		if (isTicked(field) ? field.checked : field.value !== '') query.append(field.name, field.value);
	}
	return query.toString();
}

const filledNames = (form: HTMLFormElement): Iterable<string> => new URLSearchParams(formatFields(form)).keys();

/** Puts a draft into the fields that are empty: what the server gave back or somebody typed meanwhile is newer. False when it filled none. */
function fillFields(form: HTMLFormElement, draft: string): boolean {
	const query = new URLSearchParams(draft);
	const taken = new Set(filledNames(form));
	let isFilled = false;
	for (const field of fieldsOf(form)) {
		const values = query.getAll(field.name);
		if (values.length === 0 || taken.has(field.name)) continue;
		isFilled = true;
		if (isTicked(field)) field.checked = values.includes(field.value);
		else field.value = values[0]!;
	}
	return isFilled;
}

function read(key: string): string {
	try {
		return localStorage.getItem(key) ?? '';
	} catch {
		return '';
	}
}

/** False where the browser keeps nothing. */
function write(key: string, draft: string): boolean {
	try {
		localStorage.setItem(key, draft);
		return true;
	} catch {
		return false;
	}
}

function remove(key: string): void {
	try {
		localStorage.removeItem(key);
	} catch {
		// Then nothing was kept.
	}
}
