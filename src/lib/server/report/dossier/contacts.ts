import { heading, type Block } from './blocks.ts';
import type { Telling } from './telling.ts';

/** Kinds of people to turn to; no name, no number. */
const CONTACTS = ['odco', 'indh', 'court', 'bank', 'chamber'] as const;

/** Whom to turn to, in two columns. */
export function contactBlocks({ words: { t } }: Telling): Block[] {
	const points = CONTACTS.map((contact) => ({ text: t(`dossier.contacts.${contact}`) }));
	const half = Math.ceil(points.length / 2);
	const columns = [points.slice(0, half), points.slice(half)].map((items): Block[] => [{ kind: 'points', mark: 'plain', items }]);
	return [heading(t('dossier.contacts'), t('dossier.contacts.note')), { kind: 'columns', shares: [1, 1], columns }];
}
