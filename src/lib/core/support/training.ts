import type { Text } from '#lib/core/text/text.ts';
import type { Stage } from './instrument.ts';

/** One course or lesson that exists, or that the path proposes. */
export interface TrainingModule {
	/** `T03`. */
	readonly id: string;
	readonly programme: Text;
	readonly module: Text;
	readonly providerText: Text;
	readonly topic: string;
	readonly audience: Text;
	readonly format: Text | null;
	readonly duration: Text | null;
	readonly cost: Text | null;
	/** True when its licence forbids bundling: it is linked to. */
	readonly isLinkOnly: boolean;
	readonly licence: string | null;
	readonly stages: readonly Stage[];
	readonly vintage: string;
	readonly confidence: 'high' | 'medium' | 'low';
	readonly url: string | null;
}

/** One step C1…C10 of the path from an idea to a cooperative that grows. */
export interface PathStep {
	/** `C1`. */
	readonly id: string;
	readonly name: Text;
	readonly stage: Stage;
	/** Ids of the existing modules that teach it. */
	readonly modules: readonly string[];
}
