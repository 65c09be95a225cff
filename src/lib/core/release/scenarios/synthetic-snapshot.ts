import { SYNTHETIC_CHAINS, SYNTHETIC_INDICATORS, SYNTHETIC_METHOD } from '#lib/core/scoring/scenarios/synthetic.ts';
import { territoriesOf, type EncodedTable, type Snapshot } from '../snapshot.ts';

const text = (word: string) => ({ ar: word, fr: word, en: word });

/** A snapshot around a synthetic table of provinces, for tests. Of schooling alone, less is more need. Nothing here is ever shown to a user. */
export const syntheticSnapshot = (province: EncodedTable): Snapshot => ({
	release: { id: '2026.11-00000000', date: '2026-11-23', data: '2026.11', method: 'synthetic' },
	method: SYNTHETIC_METHOD,
	branches: [],
	chains: SYNTHETIC_CHAINS,
	indicators: SYNTHETIC_INDICATORS.map((id) => ({
		id,
		name: text(id),
		unit: text('%'),
		dimension: 'social',
		role: 'need',
		direction: id === 'schooling' ? 'lower' : 'higher',
		decimals: 1,
		source: 'none',
		coverage: { region: 0, province: territoriesOf(province).length, commune: 0 },
		year: '2024',
		isCount: false
	})),
	sources: [],
	levels: { region: { ...province, level: 'region', territories: [] }, province }
});
