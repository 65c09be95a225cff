import { criticalShare, evidenceGrade, valueShare } from '#lib/core/project/grade.ts';
import type { CriticalFigure, EconomicModel, ModelPlace } from '#lib/core/project/model.ts';
import type { GradeRules } from '#lib/core/project/rules.ts';
import type { Trigger } from '#lib/core/project/trigger.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Language, Text } from '#lib/core/text/text.ts';
import { MODELS_FILE, type RawModel } from './economic-models.ts';
import { knownSources, statusOf, type FigureContext } from './figures.ts';
import { linesOf, type LineContext } from './lines.ts';

/** What the models are completed with. */
export interface ModelContext extends LineContext {
	readonly chains: readonly Chain[];
	readonly places: ReadonlyMap<string, ModelPlace>;
	readonly triggers: ReadonlyMap<string, readonly Trigger[]>;
	readonly skills: ReadonlyMap<string, readonly string[]>;
	/** Ids of the models that stand on public money. */
	readonly publicInfrastructure: ReadonlySet<string>;
	readonly grades: GradeRules;
}

/** One of the 19 models. Throws when a text, a place or a chain is missing, or a share is not what its own lines give. */
export function modelOf(raw: RawModel, context: ModelContext): EconomicModel {
	const place = `${MODELS_FILE} ${raw.id}`;
	const text = (source: string): Text => context.textOf(place, source);
	const lines = linesOf(raw, context, place);
	const critical = criticalOf(raw, context, place);
	const { chains, branch } = chainsOf(raw.id, context.chains);
	const shares = { criticalAnchored: criticalShare(critical), valueAnchored: valueShare(lines) };
	checkShares(raw, shares, place);
	return {
		id: raw.id,
		slug: raw.slug,
		// A heading must not break before its colon.
		name: { ar: raw.ar, fr: raw.fr.replaceAll(' :', '\u202f:'), en: raw.en },
		variantOf: null,
		branch,
		chains,
		members: raw.members,
		scale: text(raw.scale),
		ramp: raw.ramp,
		workingCapitalDays: raw.wc_days,
		...lines,
		grant: {
			share: raw.grant_case.share,
			ceilingMad: raw.grant_case.cap ?? null,
			basis: text(raw.grant_case.basis),
			sources: knownSources(raw.grant_case.src, context.sourceIds, place)
		},
		critical,
		...shares,
		grade: evidenceGrade(shares.criticalAnchored, shares.valueAnchored, context.grades),
		isPublicInfrastructure: context.publicInfrastructure.has(raw.id),
		permits: raw.permits.map(text),
		risks: raw.risks.map(text),
		places: raw.places.map((name) => context.places.get(name) ?? fail(`${place}: the place «${name}» has no row in model_places.csv.`)),
		triggers: context.triggers.get(raw.id) ?? [],
		skills: context.skills.get(raw.id) ?? [],
		remark: remarkOf(raw, text),
		sources: knownSources(raw.sources, context.sourceIds, place)
	};
}

/** The chains that name a model, the one it is filed under first: a market nearby before a resource, for the market makes it live. */
export function chainsOf(id: string, chains: readonly Chain[]): { chains: string[]; branch: string } {
	const own = chains.filter(({ models }) => models.includes(id)).toSorted((a, b) => Number(a.type === 'resource') - Number(b.type === 'resource'));
	const [first] = own;
	if (!first) throw new Error(`value_chains.csv names ${id} for no chain.`);
	return { chains: own.map((chain) => chain.id), branch: first.branch };
}

function criticalOf(raw: RawModel, { textOf }: FigureContext, place: string): CriticalFigure[] {
	const statuses = Object.values(raw.results.evidence.critical);
	if (statuses.length !== raw.critical.length) fail(`${place}: ${raw.critical.length} critical figures have ${statuses.length} statuses.`);
	return raw.critical.map((name, index) => ({ name: textOf(place, name), status: statusOf(statuses[index], place) }));
}

/** The file prints both shares with two decimals: what the lines give must be them, so that the grade rests on one convention. */
function checkShares(raw: RawModel, shares: Pick<EconomicModel, 'criticalAnchored' | 'valueAnchored'>, place: string): void {
	const { critical_anchored: critical, value_share_sourced: value } = raw.results.evidence;
	const check = (what: string, found: number, printed: number): void => {
		if (Math.abs(found - printed) > 0.00501) fail(`${place}: ${what} is ${found.toFixed(4)}, the file prints ${printed}.`);
	};
	check('the anchored share of the critical figures', shares.criticalAnchored, critical);
	check('the anchored share of the annual value', shares.valueAnchored, value);
}

/** Notes that tell how the table was compiled: nothing a reader of the sheet can use. */
const COMPILERS_NOTES: ReadonlySet<string> = new Set(['M19']);

/** What was seen elsewhere, what the model says of itself, and what is paid too little: sentences, or null when nothing is said. */
function remarkOf(raw: RawModel, text: (source: string) => Text): Text | null {
	const note = COMPILERS_NOTES.has(raw.id) ? undefined : raw.note;
	const said = [raw.benchmark, note, raw.results.evidence.note].filter((part) => part !== undefined && part !== '').map((part) => text(part!));
	const parts = raw.decent ? [...said, payOf(raw.decent, text)] : said;
	if (parts.length === 0) return null;
	const joined = (language: Language): string => parts.map((part) => `${part[language].replace(/\.$/, '')}.`).join(' ');
	return { ar: joined('ar'), fr: joined('fr'), en: joined('en') };
}

/** `["kernel crushing", 40, "MAD/kg; …"]` as one clause; French puts a narrow space before its colon. Without an amount the reason says it all. */
function payOf([work, amount, why]: NonNullable<RawModel['decent']>, text: (source: string) => Text): Text {
	if (amount === null) return text(why);
	const clause = (language: Language, colon: string): string => `${text(work)[language]}${colon} ${amount} ${text(why)[language]}`;
	return { ar: clause('ar', ':'), fr: clause('fr', '\u202f:'), en: clause('en', ':') };
}

const fail = (sentence: string): never => {
	throw new Error(sentence);
};
