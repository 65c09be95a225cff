import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { Block, Chapter, ChapterId, Report, Said } from './report.ts';
import type { Slide, SlideFocus } from './slides.ts';

/** Blocks that are a slide of their own; small tables and lists of a chapter are left to the page and the print. */
const SHOWN: readonly string[] = [
	'place',
	'needs-bars',
	'need',
	'needs-multiples',
	'evidence-table',
	'counts-table',
	'national-series',
	'sectors-ranges',
	'sectors-table',
	'zones-table',
	'alike-table',
	'sheets-table',
	'existing-table'
];

/** The slides of a report: a cover, one idea a slide in the order of the chapters, and the sources. */
export function slidesOf(report: Report, diagnostic: Diagnostic): Slide[] {
	const own: SlideFocus = { codes: [report.code], paint: null };
	const cover: Slide = {
		id: 'cover',
		chapter: null,
		kicker: report.kind,
		headline: bare(report.name),
		body: {
			kind: 'cover',
			facts: report.facts,
			lines: [report.within, report.comparison, report.version, report.statement].filter((line) => line !== '')
		},
		notes: report.chapters[0]!.sentences.map(({ text }) => text),
		focus: { codes: [], paint: null }
	};
	const sources: Slide = {
		id: 'sources',
		chapter: null,
		kicker: report.name,
		headline: bare(report.labels.sources),
		body: { kind: 'sources', sources: report.sources },
		notes: [report.independent],
		focus: own
	};
	return [cover, ...report.chapters.flatMap((chapter) => slidesOfChapter(chapter, diagnostic, own)), sources];
}

const bare = (text: string): Said => ({ text, refs: [], cells: [] });

function slidesOfChapter(chapter: Chapter, diagnostic: Diagnostic, own: SlideFocus): Slide[] {
	const shown = chapter.blocks.filter((block) => isShown(chapter.id, block));
	// A chapter with nothing to look at still says its message.
	const blocks: readonly (Block | null)[] = shown.length > 0 ? shown : [null];
	return blocks.map((block, index) => {
		const headline = headlineOf(chapter, block, index);
		const rest = chapter.sentences.filter((sentence) => sentence !== headline);
		const body: Block = block ?? { kind: 'points', title: '', points: rest.length > 0 ? rest : chapter.sentences };
		return {
			id: block ? idOf(chapter.id, block) : chapter.id,
			chapter: chapter.id,
			kicker: chapter.title,
			headline,
			body: { kind: 'block', block: body },
			notes: notesOf(chapter, block),
			focus: focusOf(chapter.id, block, diagnostic, own)
		};
	});
}

/** Facts, quadrants and points are always ideas; other blocks when they are listed. */
const isShown = (chapter: ChapterId, block: Block): boolean =>
	block.kind === 'facts'
		? chapter === 'quality'
		: block.kind === 'quadrants' || ('id' in block && (SHOWN.includes(block.id) || block.id.startsWith('score-')));

/** Blocks that a sentence of their chapter is about, by its place among them. */
const SENTENCES: Readonly<Record<string, number>> = { need: 1, 'sectors-table': 1 };

/** The message of the chapter for its first slide, the sentence a block is about, or else the title of the block. */
function headlineOf({ sentences }: Chapter, block: Block | null, index: number): Said {
	const at = block !== null && 'id' in block ? SENTENCES[block.id] : undefined;
	const sentence = sentences[at ?? 0] ?? sentences[0]!;
	if (at !== undefined || index === 0 || block === null) return sentence;
	return 'title' in block && block.title !== '' ? bare(block.title) : sentence;
}

const idOf = (chapter: ChapterId, block: Block): string => ('id' in block ? block.id : `${chapter}-${block.kind}`);

/** The sentences of the chapter, what the block says of itself, and where its figures come from. */
function notesOf({ sentences }: Chapter, block: Block | null): string[] {
	const own = block === null ? [] : [('description' in block && block.description) || '', ('note' in block && block.note) || ''];
	return [...sentences.map(({ text }) => text), ...own].filter((note) => note !== '');
}

/** What the live map shows beside a slide. */
function focusOf(chapter: ChapterId, block: Block | null, diagnostic: Diagnostic, own: SlideFocus): SlideFocus {
	const { territory, parents, alike } = diagnostic;
	const around = [parents[0]?.code ?? territory.code];
	switch (chapter) {
		case 'profile':
			return block?.kind === 'map' ? { codes: [], paint: null } : own;
		case 'needs':
			return { codes: around, paint: { kind: 'need' } };
		case 'sectors':
			return { codes: around, paint: firstSector(diagnostic) };
		case 'zones':
			return zoneFocus(diagnostic) ?? own;
		case 'alike':
			return { codes: [territory.code, ...alike.map(({ code }) => code)], paint: null };
		default:
			return own;
	}
}

function firstSector({ sectors }: Diagnostic): SlideFocus['paint'] {
	const first = sectors.find(({ score }) => score !== null);
	return first ? { kind: 'score', chain: first.chain } : null;
}

function zoneFocus({ zones: [first] }: Diagnostic): SlideFocus | null {
	return first ? { codes: first.inside.map(({ code }) => code), paint: { kind: 'score', chain: first.chain } } : null;
}
