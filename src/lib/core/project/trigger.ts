import type { Text } from '#lib/core/text/text.ts';

/** What a model asks of a place. */
export type TriggerKind = 'resource' | 'need' | 'market' | 'saturation' | 'infrastructure' | 'people' | 'climate';

/**
 * How a trigger is decided from the data:
 * `documented` — the value chain `subject` is documented within `km`;
 * `indicator` — the mean of indicator `subject` within reach is `at-least` or `at-most` `value`;
 * `town` — a town of at least `value` urban inhabitants lies within `km`;
 * `cooperatives` — at least `value` cooperatives are published for the province;
 * `coast` — the sea lies within `km`;
 * `on-site` — no data says: the holder looks.
 */
export type TriggerTest =
	| { readonly kind: 'documented'; readonly chain: string; readonly km: number }
	| { readonly kind: 'indicator'; readonly indicator: string; readonly operator: 'at-least' | 'at-most'; readonly value: number }
	| { readonly kind: 'town'; readonly people: number; readonly km: number }
	| { readonly kind: 'cooperatives'; readonly operator: 'at-least'; readonly value: number }
	| { readonly kind: 'coast'; readonly km: number }
	| { readonly kind: 'on-site' };

/** One rule that ties a sheet to the map. */
export interface Trigger {
	/** `M01-1`. */
	readonly id: string;
	readonly kind: TriggerKind;
	readonly text: Text;
	/** True when the project makes no sense without it: a gate. The others are weighed as reasons and limits. */
	readonly isRequired: boolean;
	readonly test: TriggerTest;
}
