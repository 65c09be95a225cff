import { CORRECTED_FIELDS, type CooperativeCorrection, type CorrectedField } from '#lib/core/cooperative/correct.ts';
import { parseAbout } from '#lib/core/feedback/about.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import { territoriesOf } from '#lib/core/release/snapshot.ts';
import { acceptedCorrections, acceptedEvidence, type AcceptedCorrection, type AcceptedEvidence } from '../db/living/accepted.ts';
import type { Living } from '../db/living/schema.ts';
import type { OpenedRelease } from '../release.ts';
import { entryOf } from '../feedback/claim-record.ts';

/** What of the accepted facts a release over a base takes. */
export interface Entering {
	readonly evidence: readonly Evidence[];
	readonly corrections: readonly CooperativeCorrection[];
	/** Submissions whose every fact is in the release: they come out with it. */
	readonly submissions: readonly string[];
	/** Of the facts, those that no release has had yet. */
	readonly fresh: number;
	/** Facts that no release has had and this one does not take: somebody has to bring them to the data tables. */
	readonly byHand: number;
}

/**
 * The accepted facts that enter a release over `base`: documented potentials, and corrections of cooperatives it names. A publisher's figure
 * is never changed in place, so its correction waits for a hand. What the base documents itself by now, from the same source, is not told
 * twice. Corrections of the register are in the register: `hasRegister` says whether the release counts it.
 */
export async function enteringFacts(living: Pick<Living, 'db'>, base: OpenedRelease, hasRegister: boolean): Promise<Entering> {
	const documents = await sortedEvidence(await acceptedEvidence(living), base);
	const records = await sortedCorrections(await acceptedCorrections(living), base, hasRegister);
	const held = [...documents.entering, ...documents.known, ...records.entering, ...records.inRegister];
	const left = new Set([...documents.left, ...records.left, ...records.waiting].map(({ submission }) => submission));
	const whole = new Set(held.map(({ submission }) => submission).filter((submission) => !left.has(submission)));
	const isFresh = ({ release }: { readonly release: string | null }): boolean => release === null;
	return {
		evidence: documents.entering.map(({ evidence }) => evidence),
		corrections: records.entering.map(({ correction }) => correction),
		submissions: [...whole].sort(),
		fresh: [...documents.entering, ...records.entering].filter(isFresh).length,
		byHand: [...documents.left, ...records.left].filter(isFresh).length
	};
}

interface SortedEvidence {
	readonly entering: readonly AcceptedEvidence[];
	/** In the base already. */
	readonly known: readonly AcceptedEvidence[];
	readonly left: readonly AcceptedEvidence[];
}

async function sortedEvidence(rows: readonly AcceptedEvidence[], { bank, snapshot }: OpenedRelease): Promise<SortedEvidence> {
	const documents = new Set((await bank.potentials.list()).map(keyOf));
	const places = new Set([snapshot.levels.region, snapshot.levels.province].flatMap(territoriesOf).map(({ code }) => code));
	const chains = new Set(snapshot.chains.map(({ id }) => id));
	const kindOf = ({ evidence }: AcceptedEvidence): keyof SortedEvidence => {
		if (documents.has(keyOf(evidence))) return 'known';
		return places.has(evidence.territory) && chains.has(evidence.chain ?? '') ? 'entering' : 'left';
	};
	return { entering: [], known: [], left: [], ...Object.groupBy(rows, kindOf) };
}

/** What two rows that tell the same have in common. */
const keyOf = ({ territory, chain, kind, product, source }: Evidence): string =>
	JSON.stringify([territory, chain, kind, product.fr, source.title]);

type Applicable = AcceptedCorrection & { readonly correction: CooperativeCorrection };

interface SortedCorrections {
	readonly entering: readonly Applicable[];
	readonly inRegister: readonly AcceptedCorrection[];
	/** In a register that the release does not count. */
	readonly waiting: readonly AcceptedCorrection[];
	readonly left: readonly AcceptedCorrection[];
}

async function sortedCorrections(
	rows: readonly AcceptedCorrection[],
	{ bank }: OpenedRelease,
	hasRegister: boolean
): Promise<SortedCorrections> {
	const named = new Set((await bank.cooperatives.list()).map(({ id }) => id));
	const [ofRegister, others] = [rows.filter(isOfRegister), rows.filter((row) => !isOfRegister(row))];
	const entering = others.flatMap((row): Applicable[] => {
		const correction = correctionOf(row);
		return correction && named.has(correction.cooperative) ? [{ ...row, correction }] : [];
	});
	const taken = new Set(entering.map(factKey));
	return {
		entering,
		inRegister: hasRegister ? ofRegister : [],
		waiting: hasRegister ? [] : ofRegister,
		left: others.filter((row) => !taken.has(factKey(row)))
	};
}

const isOfRegister = ({ about }: AcceptedCorrection): boolean => entryOf(about) !== null;

const factKey = ({ submission, field }: AcceptedCorrection): string => `${submission} ${field}`;

/** The correction of a named cooperative; null for a correction of anything else. */
function correctionOf({ about, field, value, source }: AcceptedCorrection): CooperativeCorrection | null {
	const subject = parseAbout(about);
	return subject?.kind === 'cooperative' && isCorrectedField(field) ? { cooperative: subject.id, field, value, source } : null;
}

const isCorrectedField = (field: string): field is CorrectedField => (CORRECTED_FIELDS as readonly string[]).includes(field);
