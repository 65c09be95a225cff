import type { Words } from './words.ts';

/** Licences the shipped sources name; an SPDX id, or a `LicenseRef-` id where the publisher has words of its own. */
export const LICENCES = ['CC-BY-4.0', 'ODbL-1.0', 'LicenseRef-HCP-reuse', 'LicenseRef-press-quotation'] as const;

/** The licence in words; an id without words is shown as it is. */
export function licenceText({ t }: Words, id: string): string {
	const known = LICENCES.find((licence) => licence === id);
	return known ? t(`licence.${known}`) : id;
}
