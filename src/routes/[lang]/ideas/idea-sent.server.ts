import { IDEA_LENGTHS, type Idea } from '#lib/core/idea/idea.ts';
import { IDEA_FIELDS, IDEA_MOST, readIdea, type IdeaFault, type IdeaField, type TypedIdea } from '#lib/core/idea/read-idea.ts';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { SentIssues } from '../send/form.ts';

/** The idea in a form, or one sentence by field that says what to change. */
export function ideaSent(
	form: FormData,
	words: Words
): { readonly ok: true; readonly value: Idea } | { readonly ok: false; readonly issues: SentIssues } {
	const typed: TypedIdea = Object.fromEntries(IDEA_FIELDS.map((field) => [field, String(form.get(field) ?? '').slice(0, 4_000)]));
	const read = readIdea(typed);
	if (read.ok) return read;
	const issues = Object.entries(read.issues).map(([field, fault]) => [field, sentence(words, field as IdeaField, fault)]);
	return { ok: false, issues: Object.fromEntries(issues) as SentIssues };
}

function sentence({ t, n }: Words, field: IdeaField, fault: IdeaFault): string {
	const lengths: Readonly<Record<string, number>> = IDEA_LENGTHS;
	const most: Readonly<Record<string, number>> = IDEA_MOST;
	return t(`ideas.issue.${fault}`, {
		most: fault === 'long' ? (lengths[field] ?? 0) : n(most[field] ?? 0),
		least: field === 'members' ? 1 : 0
	});
}

/** Kinds of need with their names, in their order. */
export const needChoices = ({ t }: Words): { value: string; name: string }[] =>
	NEED_KINDS.map((kind) => ({ value: kind, name: t(`needs.kind.${kind}`) }));
