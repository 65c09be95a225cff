/** Why a release cannot be made over a base. */
export type PublicationProblemKind =
	'not-a-base' | 'nothing-added' | 'bad-date' | 'bad-rows' | 'bad-counts' | 'bad-evidence' | 'bad-correction';

/** A register, facts or a base that no release can be made from. */
export class PublicationProblem extends Error {
	readonly kind: PublicationProblemKind;
	constructor(kind: PublicationProblemKind, message: string) {
		super(message);
		this.name = 'PublicationProblem';
		this.kind = kind;
	}
}

/** Why there is nothing to propose or to let through. */
export class NothingToPublish extends Error {
	readonly reason: 'nothing-to-add' | 'no-release' | 'busy' | 'no-change';

	constructor(reason: NothingToPublish['reason']) {
		super(`nothing to publish: ${reason}`);
		this.reason = reason;
	}
}
