import type { CaseValues } from '#lib/core/finance/case.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { SwitchingValues } from '#lib/core/finance/sensitivity/switching.ts';
import type { TornadoBar } from '#lib/core/finance/sensitivity/tornado.ts';
import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { ModelSource } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Confidence, SectorAnswer } from '#lib/core/recommendation/answer.ts';
import type { Profile } from '#lib/core/recommendation/profile.ts';
import type { RegisterNote, Release } from '#lib/core/release/snapshot.ts';
import type { LegalItem } from '#lib/core/support/legal-route.ts';
import type { FundingAnswer } from '#lib/core/support/match.ts';
import type { TrainingItem } from '#lib/core/support/training-path.ts';
import type { Text } from '#lib/core/text/text.ts';

/** A sentence in the language of the dossier, with the ids of the sources it rests on. */
export interface Said {
	readonly text: string;
	readonly sources: readonly string[];
}

/** Where the project would stand, and what lies around. */
export interface DossierPlace {
	/** From the commune up to the region. */
	readonly names: readonly Text[];
	readonly radiusKm: number;
	/** People within the radius. */
	readonly people: number;
	readonly communes: number;
	/** Named cooperatives within the radius. */
	readonly cooperatives: number;
	/** Cooperatives that a register counts around, with its date and source; null without one. The named ones are examples either way. */
	readonly register: (Pick<RegisterNote, 'asOf' | 'credit'> & { readonly count: number }) | null;
	readonly towns: readonly { readonly name: Text; readonly km: number; readonly minutes: number }[];
	/** Ids of the sources of people, towns and cooperatives. */
	readonly sources: readonly string[];
	/** The surroundings as an SVG document of ours; null for no picture. */
	readonly map: string | null;
}

/** The value chain near the place; of it the dossier tells the score and how sure it is. */
export type DossierSector = Pick<SectorAnswer, 'status' | 'score' | 'scoreHalf' | 'scoreDouble' | 'top' | 'confidence'> & {
	readonly name: Text;
};

/** Why this project here. */
export interface DossierReasons {
	readonly reasons: readonly Said[];
	readonly limits: readonly Said[];
	/** What would change the answer most. */
	readonly change: Said | null;
	readonly confidence: Confidence;
}

/**
 * Everything that a dossier prints: a plain value, assembled by who answers the request. What is null was not chosen or not
 * said, and its section says so.
 */
export interface Dossier {
	/** What the holder calls the project, as typed; null for the name of the model. */
	readonly title: string | null;
	readonly profile: Profile;
	readonly place: DossierPlace | null;
	readonly sector: DossierSector | null;
	readonly why: DossierReasons | null;
	/** As shipped; `values` holds what the holder changed and `evaluation` what the changed case comes to. */
	readonly model: EconomicModel;
	readonly shared: SharedFigures;
	readonly values: CaseValues;
	readonly evaluation: Evaluation;
	/** `tornadoOf` and `switchingOf` of the same case. */
	readonly tornado: readonly TornadoBar[];
	readonly switching: SwitchingValues;
	readonly funding: FundingAnswer | null;
	/** `trainingPathFor` and `legalStepsFor` of the stage. */
	readonly training: readonly TrainingItem[];
	readonly steps: readonly LegalItem[];
	/** At least every source that a figure of the model, a reason or the place names; only those are printed. */
	readonly sources: readonly ModelSource[];
	readonly release: Release;
	/** Day it was made, ISO. */
	readonly date: string;
}
