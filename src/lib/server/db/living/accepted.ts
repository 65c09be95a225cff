import type { StatedSource } from '#lib/core/feedback/feedback.ts';
import type { Evidence, EvidenceKind, EvidenceScope } from '#lib/core/potential/evidence.ts';
import type { AcceptedEvidenceRow } from './schema/feedback.ts';
import type { Living, Writing } from './schema.ts';
import { addStep } from './submissions.ts';

/** Evidence that the office has accepted, as the next release takes it. */
export interface AcceptedEvidence {
	readonly submission: string;
	readonly evidence: Evidence;
	/** ISO date or year of the source. */
	readonly sourceDate: string | null;
	/** The release it came out in first; null for one that is in none yet. */
	readonly release: string | null;
}

/** One field of one record that the office has accepted as wrong. A publisher's figure is never changed in place: it is brought to the tables by hand. */
export interface AcceptedCorrection {
	readonly submission: string;
	readonly about: string;
	readonly field: string;
	readonly value: string;
	readonly year: string | null;
	readonly source: StatedSource;
	readonly release: string | null;
}

/** Evidence for the next release: what is accepted and what earlier releases hold already, the oldest first. */
export async function acceptedEvidence({ db }: Pick<Living, 'db'>): Promise<AcceptedEvidence[]> {
	const rows = await db.selectFrom('accepted_evidence').selectAll().orderBy('accepted_at').orderBy('submission').execute();
	return rows.map(parseEvidence);
}

/** Corrections for the next release, the oldest first. */
export async function acceptedCorrections({ db }: Pick<Living, 'db'>): Promise<AcceptedCorrection[]> {
	const rows = await db
		.selectFrom('accepted_correction')
		.selectAll()
		.orderBy('accepted_at')
		.orderBy('submission')
		.orderBy('field')
		.execute();
	return rows.map(({ submission, about, field, value, year, source_title, source_url, release }) => ({
		submission,
		about,
		field,
		value,
		year,
		source: { title: source_title, url: source_url },
		release
	}));
}

/**
 * Says of accepted feedback and claims that they came out in `release`, to their senders too; inside the change that publishes it. What is
 * not `accepted` any more stays as it is. Returns how many were moved.
 */
export async function markPublished(writing: Writing, at: string, ids: readonly string[], release: string): Promise<number> {
	if (ids.length === 0) return 0;
	const moved = await writing
		.updateTable('submission')
		.set({ status: 'published', updated_at: at })
		.where('id', 'in', ids)
		.where('status', '=', 'accepted')
		.returning('id')
		.execute();
	for (const { id } of moved) {
		await addStep(writing, id, at, 'published', null);
		await writing.updateTable('accepted_evidence').set({ release }).where('submission', '=', id).execute();
		await writing.updateTable('accepted_correction').set({ release }).where('submission', '=', id).execute();
	}
	return moved.length;
}

function parseEvidence(row: AcceptedEvidenceRow): AcceptedEvidence {
	const { unit_ar: ar, unit_fr: fr, unit_en: en } = row;
	return {
		submission: row.submission,
		sourceDate: row.source_date,
		release: row.release,
		evidence: {
			id: evidenceId(row.submission),
			territory: row.territory,
			product: { ar: row.product_ar, fr: row.product_fr, en: row.product_en },
			kind: row.kind as EvidenceKind,
			scope: row.scope as EvidenceScope,
			basis: 'stated',
			chain: row.chain,
			value: row.value,
			unit: ar === null || fr === null || en === null ? null : { ar, fr, en },
			year: row.year,
			source: { title: row.source_title, url: row.source_url }
		}
	};
}

/** `L` for local and a part of the submission's id: the same in every release, and no id of the fact tables begins with it. */
export const evidenceId = (submission: string): string => `L${submission.replaceAll('-', '').slice(0, 12)}`;
