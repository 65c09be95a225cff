import { goto, pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { MapSymbol } from '#lib/core/cartography/scene.ts';
import { isPalette } from '#lib/core/cartography/style/palettes.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Stock } from '#lib/core/cooperative/stock.ts';
import type { Snapshot } from '#lib/core/release/snapshot.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { levelOfCode, type Level } from '#lib/core/territory/territory.ts';
import { decodedAtlas, fetchCommunes, fetchJson, fetchSnapshot, type Atlas } from '#lib/data/atlas.ts';
import { figuresOf, type FigureFiles } from '#lib/data/figures.ts';
import type { Words } from '#lib/i18n/words.ts';
import { formatWorkspace, linkOf, parseWorkspace, type ParsedWorkspace } from '#lib/view/workspace/address.ts';
import { chainOf, variableGroups, type VariableChoice } from '#lib/view/workspace/catalogue.ts';
import type { Figures } from '#lib/view/workspace/figures.ts';
import { placesOf } from '#lib/view/workspace/places.ts';
import { sheetOf, type Sheet, type SheetParts } from '#lib/view/workspace/sheet.ts';
import { joined } from '#lib/view/workspace/selection.ts';
import { parseVariableId } from '#lib/view/workspace/variable-id.ts';
import { variableOf } from '#lib/view/workspace/variables.ts';
import { DEFAULT_SPEC, shownMaps, variablesOf, type MapSpec, type Side, type Workspace } from '#lib/view/workspace/workspace.ts';
import { knownOf } from '../known.ts';
import type { Desk, SelectionMode } from './desk.ts';
import { Steps } from './steps.svelte.ts';
import type { PageData } from './$types';

/** Columns that the reader brought along, as the desk asks for them; the shelf of own data is one. */
export interface OwnColumns {
	readonly choices: readonly VariableChoice[];
	/** The column of an id over the codes of a level; null when it is not there. */
	variable(id: string, level: Level, codes: readonly string[]): Variable | null;
	/** The scorer of a level with the column that scores are to count; null where they count none. */
	scorer(plain: Scorer): Scorer | null;
}

/** Well under what servers and proxies refuse. */
const LONGEST_QUERY = 6000;

const NOTHING_OWN: OwnColumns = { choices: [], variable: () => null, scorer: () => null };

/** The workspace while it is open: the address is its store, except for what the reader brought along, which stays in this page. */
export class WorkspaceDesk implements Desk {
	readonly #words: Words;
	readonly #data: () => PageData;
	readonly #files: FigureFiles;
	readonly #steps = new Steps<Workspace>();
	/** Null until the snapshot came. */
	atlas = $state.raw<Atlas | null>(null);
	/** How many wishes are being fetched. */
	#fetching = $state(0);
	/** True when something did not come; what is on screen stays. */
	failed = $state(false);
	hovered = $state<string | null>(null);
	/** What was said last, for the status line. */
	said = $state('');
	own = $state.raw<OwnColumns>(NOTHING_OWN);
	#figures = $state.raw<ReadonlyMap<string, Figures>>(new Map());
	#stocks = $state.raw<ReadonlyMap<Level, readonly Stock[]>>(new Map());
	#places = $state.raw<readonly MapSymbol[] | null>(null);
	/** The workspace with its own columns, as long as the address is the one it wrote. */
	#held = $state.raw<{ readonly query: string; readonly workspace: Workspace } | null>(null);
	/** Where the reader looks, as the hash of a link. */
	#look = $state('');

	constructor(data: () => PageData, words: Words) {
		this.#data = data;
		this.#words = words;
		this.#files = figuresOf(data().release.id, (...asked) => fetch(...asked));
	}

	readonly #query = $derived.by(() => page.state.query ?? this.#data().query);
	readonly #parsed = $derived.by((): ParsedWorkspace => {
		const data = this.#data();
		if (this.#query === data.query) return data.parsed;
		return parseWorkspace(new URLSearchParams(this.#query), {
			...knownOf(data.catalogue),
			isFigure: (id) => data.catalogue.figures.some((figure) => figure.id === id),
			isPalette
		});
	});
	readonly workspace = $derived.by((): Workspace => (this.#held?.query === this.#query ? this.#held.workspace : this.#parsed.workspace));
	readonly issues = $derived.by(() => this.#parsed.issues);
	readonly staleRelease = $derived.by(() => this.#parsed.staleRelease);
	readonly #scorer = $derived.by((): Scorer | null => {
		const plain = this.atlas?.scorer(this.workspace.level) ?? null;
		return plain && (this.own.scorer(plain) ?? plain);
	});
	readonly #codes = $derived.by((): readonly string[] => this.#scorer?.table.territories.map(({ code }) => code) ?? []);
	/** What sheets are made from; null until the table of the level is there. */
	readonly parts = $derived.by((): SheetParts | null => {
		if (!this.atlas || !this.#scorer) return null;
		const { level } = this.workspace;
		return {
			atlas: this.atlas,
			level,
			scorer: this.#scorer,
			figures: this.#figures,
			stocks: this.#stocks.get(level) ?? null,
			places: this.#places ?? [],
			own: (id) => this.own.variable(id, level, this.#codes)
		};
	});
	readonly #firstSpec = $derived.by(() => this.workspace.first);
	readonly #secondSpec = $derived.by(() => this.workspace.second);
	readonly #isCompared = $derived.by(() => this.workspace.comparison !== 'none');
	readonly first = $derived.by((): Sheet | null => this.parts && sheetOf(this.#firstSpec, this.parts, this.#words));
	readonly second = $derived.by((): Sheet | null =>
		this.parts && this.#isCompared ? sheetOf(this.#secondSpec, this.parts, this.#words) : null
	);
	/** What the table, the statistics and a file tell: its own columns, or what the maps tell; those on their way are left out. */
	readonly columns = $derived.by((): readonly Variable[] => {
		const { first, table } = this.workspace;
		const ids = table.columns.length > 0 ? table.columns : [...new Set(shownMaps(this.workspace).flatMap(variablesOf))];
		const { parts } = this;
		return parts ? ids.flatMap((id) => variableOf(id, { ...parts, spec: first }) ?? []) : [];
	});
	/** True when all is there and yet the first map cannot be drawn: its variable is not one of this level. */
	readonly isMissing = $derived.by(() => this.parts !== null && this.first === null && this.#fetching === 0);
	readonly selected = $derived.by((): ReadonlySet<string> => new Set(this.workspace.selection));
	readonly #chain = $derived.by(() => {
		const told = [this.#firstSpec, this.#secondSpec].flatMap(variablesOf);
		return told.map(chainOf).find((chain) => chain !== null) ?? this.#data().chain;
	});
	readonly groups = $derived.by(() => {
		const { branches, figures } = this.#data().catalogue;
		const choosable = { chains: branches.flatMap(({ chains }) => chains), figures, own: this.own.choices };
		return variableGroups(this.#words, this.workspace.level, this.#chain, choosable);
	});
	readonly link = $derived.by(() => {
		const { release } = this.#data();
		return linkOf(page.url.origin, `/${this.#words.language}/workspace`, { ...this.workspace, release: release.id }, this.#look);
	});
	readonly canUndo = $derived.by(() => this.#steps.canUndo);
	readonly canRedo = $derived.by(() => this.#steps.canRedo);

	/** Takes the view of the map as a hash: the address follows, and history does not grow. */
	readonly look = (hash: string): void => {
		this.#look = hash;
		if (hash !== location.hash) replaceState(location.pathname + location.search + hash, page.state);
	};

	readonly change = (part: Partial<Workspace>): void => {
		const next = this.#settled(part);
		// A click on the sea, or a choice made twice, is no step to take back.
		if (JSON.stringify(next) === JSON.stringify(this.workspace)) return;
		this.#steps.push(this.workspace);
		this.#show(next);
	};

	readonly changeMap = (side: Side, part: Partial<MapSpec>): void => this.change({ [side]: { ...this.workspace[side], ...part } });

	/** Maps a variable on the first map in the way that suits it, at the level it belongs to. */
	readonly tell = (of: string, level: Level | null): void => {
		const { weights, aggregator, by } = this.workspace.first;
		this.change({ level: level ?? this.workspace.level, first: { ...DEFAULT_SPEC, of, by, weights, aggregator } });
	};

	readonly select = (codes: readonly string[], mode: SelectionMode): void => {
		const selection = joined(this.workspace.selection, codes, mode);
		this.change({ selection });
		this.say(this.#words.t('workspace.selected', { count: selection.length }));
	};

	readonly hover = (code: string | null): void => void (this.hovered = code);

	readonly say = (text: string): void => void (this.said = text);

	readonly undo = (): void => this.#step(this.#steps.undo(this.workspace), 'workspace.undone');

	readonly redo = (): void => this.#step(this.#steps.redo(this.workspace), 'workspace.redone');

	#step(to: Workspace | null, said: 'workspace.undone' | 'workspace.redone'): void {
		if (!to) return;
		this.#show(to);
		this.say(this.#words.t(said));
	}

	/** Goes to a bookmark or another workspace of this release, as one step. */
	readonly open = async (address: string): Promise<void> => goto(address);

	/** A territory belongs to one level: choosing it moves the level, and another level lets go of what belonged to the last. */
	#settled(part: Partial<Workspace>): Workspace {
		const before = this.workspace;
		const next = { ...before, ...part };
		const level = part.territory ? levelOfCode(part.territory) : next.level;
		if (level === before.level) return next;
		return { ...next, level, territory: part.territory ?? this.#kept(level), against: null, selection: [] };
	}

	/** The parent of the identified territory that belongs to `level`; null when there is none. */
	#kept(level: Level): string | null {
		let code = this.workspace.territory;
		while (code !== null && levelOfCode(code) !== level) code = this.atlas?.territory(code)?.parent ?? null;
		return code;
	}

	#show(workspace: Workspace): void {
		const named = { ...workspace, release: this.#data().release.id };
		const whole = formatWorkspace(named);
		// A server takes no endless address: a long selection stays in this page, and a link that is handed on says so.
		const query = `?${whole.length > LONGEST_QUERY ? formatWorkspace({ ...named, selection: [] }) : whole}`;
		this.#held = { query, workspace };
		pushState(query + location.hash, { query });
		void this.need();
	}

	/** Fetches the snapshot, then what the workspace shows. */
	async start(): Promise<void> {
		this.#look = location.hash;
		try {
			this.#snapshot = await fetchSnapshot(this.#data().release.id, fetch);
			this.atlas = decodedAtlas(this.#snapshot);
			await this.need();
		} catch {
			this.failed = true;
		}
	}
	#snapshot: Snapshot | null = null;

	/** Fetches what the workspace shows beyond the snapshot; a failure is said, and may be tried again. */
	readonly need = async (): Promise<void> => {
		const { level, table } = this.workspace;
		const ids = [...shownMaps(this.workspace).flatMap(variablesOf), ...table.columns, table.sort.by];
		this.#fetching++;
		try {
			await Promise.all([level === 'commune' && this.#needCommunes(), ...ids.map((id) => this.#needVariable(id, level))]);
			this.failed = false;
		} catch {
			this.failed = true;
		} finally {
			this.#fetching--;
		}
	};

	readonly variable = async (id: string): Promise<Variable> => {
		const { level } = this.workspace;
		if (level === 'commune') await this.#needCommunes();
		await this.#needVariable(id, level);
		const found = this.parts && variableOf(id, { ...this.parts, spec: this.workspace.first });
		if (!found) throw new Error(`There is no variable ${JSON.stringify(id.slice(0, 80))} at the level ${level}.`);
		return found;
	};

	async #needVariable(id: string, level: Level): Promise<void> {
		const ref = parseVariableId(id);
		if (ref?.kind === 'cooperatives') return this.#needStocks(level);
		if (ref?.kind === 'places') return this.#needPlaces();
		if (ref?.kind !== 'indicator' || this.#figures.get(id)?.level === level) return;
		const [indicators, sources, byCode] = await Promise.all([
			this.#files.indicators(),
			this.#files.sources(),
			this.#files.figures(ref.indicator, level, ref.year)
		]);
		const indicator = indicators.get(ref.indicator);
		if (!indicator || this.workspace.level !== level) return;
		this.#figures = new Map(this.#figures).set(id, { indicator, level, byCode, sources });
	}

	async #needStocks(level: Level): Promise<void> {
		if (this.#stocks.has(level)) return;
		const release = encodeURIComponent(this.#data().release.id);
		// Nobody publishes counts of communes.
		const stocks = level === 'commune' ? [] : await itemsOf<Stock>(`/api/v1/cooperatives/counts?level=${level}&release=${release}`);
		this.#stocks = new Map(this.#stocks).set(level, stocks);
	}

	async #needPlaces(): Promise<void> {
		if (this.#places) return;
		const named = await itemsOf<Cooperative>(`/api/v1/cooperatives?release=${encodeURIComponent(this.#data().release.id)}`);
		this.#places = placesOf(named, this.#words);
	}

	/** Fetches what a search looks through beside the snapshot. */
	readonly needNames = (): void => void this.#needCommunes().catch(() => (this.failed = true));

	async #needCommunes(): Promise<void> {
		if (this.atlas?.scorer('commune')) return;
		const table = await fetchCommunes(this.#data().release.id, fetch);
		if (this.#snapshot) this.atlas = decodedAtlas(this.#snapshot, table);
	}
}

const itemsOf = async <T>(url: string): Promise<readonly T[]> => (await fetchJson<{ readonly items: readonly T[] }>(url, fetch)).items;
