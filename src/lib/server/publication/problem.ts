/** Why a release cannot be made from a register. */
export type PublicationProblemKind = 'not-a-base' | 'bad-date' | 'bad-rows' | 'bad-counts';

/** A register or a base that no release can be made from. */
export class PublicationProblem extends Error {
	readonly kind: PublicationProblemKind;
	constructor(kind: PublicationProblemKind, message: string) {
		super(message);
		this.name = 'PublicationProblem';
		this.kind = kind;
	}
}
