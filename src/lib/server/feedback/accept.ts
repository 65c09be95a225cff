import type { Actor } from '#lib/core/account/actor.ts';
import { checkCorrection, checkEvidence, type FactChoices, type FactIssue } from '#lib/core/feedback/check-fact.ts';
import type { Issues, Typed } from '#lib/core/feedback/typed.ts';
import type { Text } from '#lib/core/text/text.ts';
import { acceptFeedback, type FeedbackFile } from '../db/living/feedback.ts';
import type { Living } from '../db/living/schema.ts';
import type { OpenedRelease } from '../release.ts';

/** What became of a try to accept: done, not there for this account, or what is wrong with what was typed. */
export type Acceptance =
	{ readonly kind: 'done' } | { readonly kind: 'gone' } | { readonly kind: 'issues'; readonly issues: Issues<FactIssue> };

/** What a fact made of a piece of feedback may speak of: its province and region, the chains and units of the release. */
export async function factChoices({ bank, snapshot }: OpenedRelease, file: FeedbackFile, thisYear: number): Promise<FactChoices> {
	const units = (await bank.potentials.list()).flatMap(({ unit }) => (unit ? [unit] : []));
	const distinct = new Map<string, Text>(units.map((unit) => [unit.fr, unit]));
	return {
		territories: [file.province, file.region].filter((code) => code !== null),
		chains: snapshot.chains.map(({ id }) => id),
		units: [...distinct.values()].sort((a, b) => a.fr.localeCompare(b.fr)),
		thisYear
	};
}

/**
 * Accepts a piece of feedback with the fact as the office typed it: documented evidence for what was sent as evidence, the right value for
 * the rest. `typed.note` is what the sender is told. Throws a MoveError when a colleague was quicker.
 */
export async function acceptTyped(
	living: Living,
	opened: OpenedRelease,
	actor: Actor,
	file: FeedbackFile,
	typed: Typed
): Promise<Acceptance> {
	const thisYear = living.now().getUTCFullYear();
	const { id, about } = file;
	const moved = { id, note: typed['note']?.trim() || null };
	const told = async (accepting: Promise<boolean>): Promise<Acceptance> => ({ kind: (await accepting) ? 'done' : 'gone' });
	if (file.type === 'evidence') {
		const evidence = checkEvidence(typed, await factChoices(opened, file, thisYear));
		if (!evidence.ok) return { kind: 'issues', issues: evidence.issues };
		return told(acceptFeedback(living, actor, moved, { evidence: evidence.value }));
	}
	const correction = checkCorrection(typed, { field: 'value', isNumber: file.seen.value !== null, thisYear });
	if (!correction.ok) return { kind: 'issues', issues: correction.issues };
	return told(acceptFeedback(living, actor, moved, { correction: correction.value, about }));
}
