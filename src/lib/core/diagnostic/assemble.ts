import { NATION } from '#lib/core/indicator/indicator.ts';
import { alikeLine, alikeOf, type Alike } from './alike.ts';
import type { Comparator, Diagnostic } from './diagnostic.ts';
import type { Place } from './line.ts';
import { fabricOf } from './fabric.ts';
import { findingsOf } from './find.ts';
import { needLines } from './groups.ts';
import type { DiagnosticInput } from './input.ts';
import type { LineContext } from './lines.ts';
import { potentialsOf } from './potentials.ts';
import { profileOf } from './profile.ts';
import { multiplesOf, projectsOf, zoneLines } from './projects.ts';
import { qualityOf } from './quality.ts';
import { isPromisingAt, sectorLines } from './sectors.ts';

/** All that is said of one region or province. The same input gives the same diagnostic. */
export function diagnosticOf(input: DiagnosticInput): Diagnostic {
	const { release, territory, parents, children, scorer, standings, figures, sheets } = input;
	const { rules } = standings;
	const alike = alikeOf(scorer, territory.code, rules);
	const comparator = comparatorOf(input, alike);
	const context: LineContext = {
		...{ figures, rules, comparator, code: territory.code },
		releaseYear: Number(release.date.slice(0, 4))
	};
	const modelsOf = (chain: string): string[] => sheets.filter(({ chains }) => chains.includes(chain)).map(({ id }) => id);
	const told = {
		profile: profileOf(input, context),
		needs: needLines(context),
		potentials: potentialsOf(input, context),
		fabric: fabricOf(input, context),
		sectors: sectorLines(scorer, territory.code, standings, modelsOf),
		zones: zoneLines(input),
		projects: projectsOf(input, context),
		multiples: multiplesOf(input)
	};
	const quality = qualityOf(input, told, rules);
	return {
		release,
		territory,
		parents: parents.map(placeOf),
		children: children.map(placeOf),
		comparator,
		...told,
		findings: findingsOf(input, { ...told, quality }, rules),
		alike: alike.map((one) => alikeLine(one, territory.code, figures, parentOf(input, one), ideasFrom(input, one), rules)),
		quality
	};
}

const placeOf = ({ code, name }: Place): Place => ({ code, name });

function comparatorOf({ comparator, parents }: DiagnosticInput, alike: readonly Alike[]): Comparator {
	const nation: Comparator = { kind: 'nation', code: NATION, name: null, members: [] };
	switch (comparator.kind) {
		case 'nation':
			return nation;
		case 'region':
			// A region has no region around it: it is compared with the nation.
			return parents[0] ? { kind: 'region', ...placeOf(parents[0]), members: [] } : nation;
		case 'alike':
			return { kind: 'alike', code: null, name: null, members: alike.map(({ territory }) => placeOf(territory)) };
		case 'territory':
			return { kind: 'territory', ...placeOf(comparator.territory), members: [] };
	}
}

/** The region of a look-alike province. */
function parentOf({ regions }: DiagnosticInput, { territory }: Alike): Place | null {
	const parent = regions.find(({ code }) => code === territory.parent);
	return parent ? placeOf(parent) : null;
}

/** Sectors that promise in a look-alike and have no evidence here: what to look into, not advice. */
function ideasFrom({ scorer, standings, territory }: DiagnosticInput, alike: Alike): string[] {
	const { listed } = standings.rules;
	const here = scorer.table.territories.findIndex(({ code }) => code === territory.code);
	const undocumented = new Set(
		scorer.chains
			.filter(
				({ id, type }) => type === 'resource' && Number.isNaN(scorer.table.evidence[id]?.[here] ?? NaN) && !scorer.table.gates[id]?.[here]
			)
			.map(({ id }) => id)
	);
	const there = scorer.table.territories.findIndex(({ code }) => code === alike.territory.code);
	return [...undocumented].filter((chain) => isPromisingAt(scorer, standings, chain, there)).slice(0, listed);
}
