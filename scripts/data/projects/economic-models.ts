import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS } from '../sources.ts';

/** A figure as `economic_models.json` writes it. */
export interface RawFigure {
	readonly v: number;
	readonly unit: string;
	readonly status: string;
	readonly src: readonly string[];
	readonly lo: number | null;
	readonly hi: number | null;
	/** `2021`, or `T4-2025`. */
	readonly year: number | string | null;
	/** Empty when there is nothing to say. */
	readonly note: string;
}

/** A model as `economic_models.json` writes it, as far as it is read. */
export interface RawModel {
	readonly id: string;
	readonly slug: string;
	readonly ar: string;
	readonly fr: string;
	readonly en: string;
	readonly members: number;
	readonly scale: string;
	readonly places: readonly string[];
	readonly triggers: readonly string[];
	readonly ramp: readonly number[];
	readonly wc_days: number;
	readonly critical: readonly string[];
	readonly capex: readonly { item: string; qty: number; unit: string; life: number; grantable: boolean; cost: RawFigure }[];
	readonly revenue: readonly { item: string; qty: RawFigure; price: RawFigure }[];
	readonly variable: readonly { item: string; qty: number; unit: string; member: 'purchase' | 'labour' | null; cost: RawFigure }[];
	readonly labour: readonly { role: string; member: boolean; days: number | null; cost: RawFigure }[];
	readonly fixed: readonly { item: string; cost: RawFigure }[];
	readonly permits: readonly string[];
	readonly risks: readonly string[];
	readonly grant_case: { readonly share: number; readonly basis: string; readonly src: readonly string[]; readonly cap?: number };
	readonly benchmark?: string;
	readonly note?: string;
	/** What is paid, how much, and why it may fall below the legal minimum. */
	readonly decent?: readonly [string, number | null, string];
	readonly sources: readonly string[];
	readonly results: {
		/** Share of the eligible investment that a grant must pay so that the net present value is 0; null where none is needed. */
		readonly switching: { readonly grant_share_npv0: number | null };
		readonly evidence: {
			readonly value_share_sourced: number;
			readonly critical_anchored: number;
			/** Statuses in the order of `critical`. */
			readonly critical: Readonly<Record<string, string>>;
			readonly note: string;
		};
	};
}

/** `economic_models.json`: models, what they share, and the publications they rest on. */
export interface RawModels {
	readonly meta: {
		readonly discount_rate: { readonly value: number; readonly status: string; readonly source: string };
		readonly global_params: Readonly<Record<string, RawFigure>>;
	};
	readonly sources: Readonly<Record<string, { publisher: string; title: string; vintage: string; url: string }>>;
	readonly models: readonly RawModel[];
}

/** Where complaints about it point. */
export const MODELS_FILE = `${FOLDERS.models}/economic_models.json`;

/** The parsed file, under `root` (the `data` of the checkout). */
export const readEconomicModels = (root: string): RawModels => JSON.parse(readFileSync(join(root, MODELS_FILE), 'utf8')) as RawModels;
