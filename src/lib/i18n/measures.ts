import type { MessageKey } from './messages.ts';
import type { Words } from './words.ts';

/** What sources count, in words; a measure without words of its own is a plain count of cooperatives. */
const MEASURES: Readonly<Record<string, MessageKey>> = {
	stock: 'measure.stock',
	stock_derived_from_share: 'measure.stock_derived_from_share',
	stock_interpreted: 'measure.stock_interpreted',
	stock_women_only: 'measure.stock_women_only',
	stock_women_only_derived_from_share: 'measure.stock_women_only_derived_from_share',
	created: 'measure.created',
	created_women_only: 'measure.created_women_only',
	beneficiary_coops: 'measure.beneficiary_coops',
	denomination_certificates: 'measure.denomination_certificates'
};

/** What a published count counts. */
export const measureText = ({ t }: Pick<Words, 't'>, measure: string): string => t(MEASURES[measure] ?? 'measure.stock');
