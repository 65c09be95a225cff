import type { Indicator } from '#lib/core/indicator/indicator.ts';
import type { IndicatorLine } from './line.ts';
import { linesWhere, type LineContext } from './lines.ts';

/** Indicators that a chapter of their own tells. */
const POPULATION = new Set(['population_legal', 'households']);
const FABRIC = new Set(['cooperator_share', 'cooperator_share_women', 'associations_premises']);
const isProgramme = ({ id }: Indicator): boolean => id.startsWith('indh_');

/** The rates that say need. */
export const needLines = (context: LineContext): IndicatorLine[] => linesWhere(context, ({ role, isCount }) => role === 'need' && !isCount);

/** The potentials and the access that figures say. */
export const potentialLines = (context: LineContext): IndicatorLine[] =>
	linesWhere(context, ({ id, role }) => (role === 'potential' || role === 'access') && !FABRIC.has(id));

/** What figures say of cooperatives and associations. */
export const fabricLines = (context: LineContext): IndicatorLine[] => linesWhere(context, ({ id }) => FABRIC.has(id));

/** The totals of programmes. */
export const programmeLines = (context: LineContext): IndicatorLine[] => linesWhere(context, isProgramme);

/** Everything else that describes a territory and is neither good nor bad. */
export const contextLines = (context: LineContext): IndicatorLine[] =>
	linesWhere(context, (indicator) => {
		const { id, role } = indicator;
		return role === 'context' && !POPULATION.has(id) && !FABRIC.has(id) && !isProgramme(indicator);
	});
