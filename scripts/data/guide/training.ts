import { STAGES } from '#lib/core/support/instrument.ts';
import type { PathStep, TrainingModule } from '#lib/core/support/training.ts';
import { byKey, rowsOf, textsOf, type Row } from '../rows.ts';
import { bodyOf, readBodies } from './bodies.ts';
import { confidenceOf, oneOf, optionalTexts, stagesOf, vintageOf } from './cells.ts';
import { RULES, SUPPORT } from './folders.ts';

/** Rows that propose a step of the path; their module begins with its number: «C1 Is a co-operative right for us?». */
const PROPOSED = /^T9\d$/;

/** Every training module, the proposed ones included, in the order of `training.csv`. */
export function readModules(root: string): TrainingModule[] {
	const texts = byKey(rowsOf(root, `${SUPPORT}/training_texts.csv`), 'id');
	const bodies = readBodies(root);
	return rowsOf(root, `${SUPPORT}/training.csv`).map((row) => {
		const id = row.text('id');
		const said = texts.get(id) ?? row.fail(`${id} has no row in training_texts.csv.`);
		const licence = licenceOf(row);
		return {
			id,
			programme: textsOf(said, 'programme'),
			module: textsOf(said, 'module'),
			providerText: bodyOf(row, 'provider', bodies),
			topic: row.text('topic'),
			audience: textsOf(said, 'audience'),
			format: optionalTexts(said, 'format'),
			duration: optionalTexts(said, 'duration'),
			cost: optionalTexts(said, 'cost'),
			isLinkOnly: licence !== null,
			licence,
			stages: stagesOf(row, 'stage'),
			vintage: vintageOf(row),
			confidence: confidenceOf(row),
			url: row.optional('source_url')
		};
	});
}

/** C1…C10 with the modules that teach each, in the order of `path_modules.csv`. A step that nobody teaches yet has none. */
export function readPath(root: string, modules: readonly TrainingModule[]): PathStep[] {
	const links = rowsOf(root, `${RULES}/path_modules.csv`).sort((a, b) => a.number('order') - b.number('order'));
	const proposed = new Set(modules.map(({ id }) => id).filter((id) => PROPOSED.test(id)));
	for (const link of links) if (proposed.has(link.text('module'))) link.fail(`«module» is a step of the path itself: ${link.text('module')}.`);
	const byStep = Map.groupBy(links, (link) => link.text('step'));
	const texts = byKey(rowsOf(root, `${SUPPORT}/training_texts.csv`), 'id');
	return rowsOf(root, `${SUPPORT}/training.csv`)
		.filter((row) => proposed.has(row.text('id')))
		.map((row) => {
			const name = textsOf(texts.get(row.text('id'))!, 'module');
			const id = numberOf(row, name.en);
			const bare = (text: string): string => (numberOf(row, text) === id ? text.slice(id.length).trim() : text);
			return {
				id,
				name: { ar: bare(name.ar), fr: bare(name.fr), en: bare(name.en) },
				stage: oneOf(row, 'stage', STAGES),
				modules: (byStep.get(id) ?? []).map((link) => link.text('module'))
			};
		});
}

function numberOf(row: Row, name: string): string {
	return /^C\d+(?= )/.exec(name)?.[0] ?? row.fail(`the step does not begin with its number: ${name}.`);
}

/**
 * The licence of materials that forbids to bundle them, as printed; null for a course without materials or a certificate.
 * Those of the ILO are non-commercial even where the table says «Creative Commons» alone.
 */
function licenceOf(row: Row): string | null {
	const words = row.text('licence_or_certificate');
	if (words.startsWith('CC BY-NC')) return words;
	return words.startsWith('Creative Commons') ? 'CC NC' : null;
}
