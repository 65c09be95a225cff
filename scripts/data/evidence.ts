import type { Evidence, EvidenceBasis, EvidenceKind, EvidenceScope } from '#lib/core/potential/evidence.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { byKey, rowsOf, textsOf, type Row } from './rows.ts';
import { FOLDERS } from './sources.ts';
import type { Texts } from './texts.ts';

const KINDS: readonly string[] = ['IGP', 'AOP', 'port', 'area', 'production', 'heritage', 'arrivals'] satisfies EvidenceKind[];
const SCOPES: readonly string[] = ['province', 'multi', 'region'] satisfies EvidenceScope[];
const BASES: readonly string[] = ['stated', 'toponym', 'derived', 'recalled'] satisfies EvidenceBasis[];

/** The source prints «7 (Settat) / 17 (Berrechid)» on both rows: each province takes its own yield. */
const VALUES: Readonly<Record<string, number>> = { E200: 7, E201: 17 };

/** Titles that speak of how the table was compiled instead of naming a source. */
const TITLES: Readonly<Record<string, string>> = {
	recalled: 'مصدر للتأكيد · source à confirmer',
	"page sur la coopérative de quinoa de Bouchane (sans adresse dans l'index)": 'Page sur la coopérative de quinoa de Bouchane'
};

/** Rows that speak for no chain: shown, never scored. */
const CONTEXT = 'context';

/** One record per potential and chain it speaks for, in the order of `potential_chain.csv`; the basis class is that of this table. */
export function readEvidence(root: string, territories: readonly Territory[], chains: readonly Chain[], texts: Texts): Evidence[] {
	const potentials = byKey(rowsOf(root, `${FOLDERS.potentials}/potentials.csv`), 'id');
	const products = byKey(rowsOf(root, `${FOLDERS.potentials}/products.csv`), 'product');
	const codes = new Set(territories.filter(({ level }) => level !== 'commune').map(({ code }) => code));
	const chainIds = new Set([CONTEXT, ...chains.map(({ id }) => id)]);
	return rowsOf(root, `${FOLDERS.potentials}/potential_chain.csv`).map((link) => {
		const row = potentials.get(link.text('evidence')) ?? link.fail(`«evidence» ${link.text('evidence')} is not in potentials.csv.`);
		const chain = oneOf(link, 'chain', chainIds);
		const product = products.get(row.text('product')) ?? row.fail(`«product» ${row.text('product')} has no text in three languages.`);
		const unit = row.optional('unit');
		return {
			id: row.text('id'),
			territory: oneOf(row, 'province_code', codes),
			product: textsOf(product),
			kind: oneOf(row, 'evidence_kind', new Set(KINDS)) as EvidenceKind,
			scope: oneOf(row, 'scope', new Set(SCOPES)) as EvidenceScope,
			basis: oneOf(link, 'basis_class', new Set(BASES)) as EvidenceBasis,
			chain: chain === CONTEXT ? null : chain,
			value: VALUES[row.text('id')] ?? row.optionalNumber('value'),
			unit: unit === null ? null : texts.unit(row, unit),
			year: row.optional('year'),
			source: { title: TITLES[row.text('source_title')] ?? row.text('source_title'), url: row.optional('source_url') }
		};
	});
}

function oneOf(row: Row, column: string, allowed: ReadonlySet<string>): string {
	const value = row.text(column);
	return allowed.has(value) ? value : row.fail(`«${column}» is unknown: ${value}.`);
}
