import type { Match, PlanLayer, Refusal } from '#lib/core/support/match.ts';
import { heading, text, type Block, type Cell, type Layer, type Row, type Section } from './blocks.ts';
import { contactBlocks } from './contacts.ts';
import { optionsOf } from './options.ts';
import { isDate } from './sources.ts';
import { money, percent, type Telling } from './telling.ts';

/** How the project could be paid for, what else is open, what is not, with the reason, and whom to turn to. */
export function fundingSection(telling: Telling): Section {
	const { dossier, words } = telling;
	const { t } = words;
	const { funding } = dossier;
	const title = t('dossier.section.funding');
	if (funding === null) return { title, blocks: [text(t('dossier.funding.none')), ...contactBlocks(telling)] };
	const { listed, named, refused } = optionsOf(funding);
	return {
		title,
		blocks: [
			...planBlocks(telling),
			...(listed.length === 0 ? [] : [heading(t('dossier.funding.options')), optionsTable(telling, listed)]),
			...(named.length === 0 ? [] : [text(t('dossier.funding.more', { count: named.length, names: namesOf(telling, named) }), 'muted')]),
			...(refused.length === 0 ? [] : [heading(t('dossier.funding.refused')), ...refusalBlocks(telling, refused)]),
			...contactBlocks(telling)
		]
	};
}

const instrumentName = ({ words }: Telling, { id, name }: Match['instrument']): string => `${words.of(name)} (${id})`;

function planBlocks(telling: Telling): Block[] {
	const { dossier, words } = telling;
	const { t } = words;
	const plan = dossier.funding?.plan ?? null;
	if (plan === null) return [text(t('dossier.funding.unplanned'))];
	const { needMad, layers, bridgeMad, gapMad } = plan;
	const gap = gapMad === 0 ? t('dossier.funding.closed') : t('dossier.funding.gap', { value: money(words, gapMad) });
	const bridge = bridgeMad === 0 ? t('dossier.funding.bridge.none') : t('dossier.funding.bridge', { value: money(words, bridgeMad) });
	return [
		text(t('dossier.funding.need', { value: money(words, needMad) }), 'strong'),
		{ kind: 'layers', layers: layers.map((layer) => layerOf(telling, layer, needMad)) },
		text([gap, bridge].join(' '))
	];
}

function layerOf({ dossier, words, refs }: Telling, { kind, instrument, amountMad, isExPost }: PlanLayer, needMad: number): Layer {
	const { t, of } = words;
	const match = dossier.funding?.matches.find(({ instrument: known }) => known.id === instrument);
	const share = needMad === 0 ? 0 : amountMad / needMad;
	return {
		kind,
		share,
		percent: percent(words, share),
		label: t(`support.layer.${kind}`),
		name: match ? of(match.instrument.name) : '',
		amount: money(words, amountMad),
		note: isExPost ? t('support.expost') : '',
		refs: instrument === null ? [] : refs([instrument])
	};
}

function optionsTable(telling: Telling, matches: readonly Match[]): Block {
	const { t } = telling.words;
	return {
		kind: 'table',
		columns: [
			{ label: t('dossier.column.instrument'), kind: 'text', share: 1.25 },
			{ label: t('dossier.column.most'), kind: 'number', share: null },
			{ label: t('dossier.column.own'), kind: 'number', share: null },
			{ label: t('dossier.column.state'), kind: 'text', share: 1 }
		],
		rows: matches.map((match) => optionRow(telling, match))
	};
}

function optionRow(telling: Telling, match: Match): Row {
	const { words, refs } = telling;
	const { t, of } = words;
	const { instrument, amountMad, ownMad } = match;
	const name: Cell = {
		text: of(instrument.name),
		refs: refs([instrument.id]),
		note: [t(`support.kind.${instrument.kind}`), ...(instrument.contact === null ? [] : [of(instrument.contact)])].join(' · ')
	};
	return { kind: 'line', cells: [name, { text: money(words, amountMad) }, { text: money(words, ownMad) }, stateCell(telling, match)] };
}

function stateCell({ words: { t } }: Telling, { instrument, verdict, unknowns }: Match): Cell {
	const { isExPost, opening, vintage, confidence } = instrument;
	const state = [
		...(verdict === 'eligible' ? [t('dossier.funding.eligible')] : []),
		...(isExPost ? [t('support.expost')] : []),
		t(`support.opening.${opening}`)
	];
	const checks = [...new Set(unknowns.filter((unknown) => unknown !== 'status').map((unknown) => t(`support.unknown.${unknown}`)))];
	const known = [...(isDate(vintage) ? [vintage] : []), t(`support.confidence.${confidence}`)];
	return {
		text: state.join(' · '),
		note: [...known, ...(checks.length === 0 ? [] : [t('support.tocheck', { what: checks.join(t('symbols.join')) })])].join(' · ')
	};
}

/** So many instruments of a list are named; the others stand there by their id, which the page of the project explains. */
const MOST_NAMED = 6;

function namesOf(telling: Telling, matches: readonly Match[]): string {
	const named = matches.slice(0, MOST_NAMED).map(({ instrument }) => instrumentName(telling, instrument));
	const others = matches.slice(MOST_NAMED).map(({ instrument }) => instrument.id);
	return [...named, ...(others.length === 0 ? [] : [telling.words.t('dossier.funding.others', { ids: others.join(' ') })])].join(' · ');
}

/** The refused by their first reason, the commonest first: a reason, and whom it concerns. */
function refusalBlocks(telling: Telling, refused: readonly Match[]): Block[] {
	const byReason = Map.groupBy(refused, ({ refusals }): Refusal => refusals[0]?.reason ?? 'closed');
	const groups = [...byReason].sort(([, a], [, b]) => b.length - a.length);
	const items = groups.map(([reason, matches]) => ({
		label: telling.words.t(`dossier.refusal.${reason}`),
		value: namesOf(telling, matches)
	}));
	return [{ kind: 'reasons', items }];
}
