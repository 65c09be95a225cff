import { createRoute, z } from '@hono/zod-openapi';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { ComparatorChoice } from '#lib/core/diagnostic/input.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { wordsOf, type Words } from '#lib/i18n/words.ts';
import { comparatorOf } from '../../comparator.ts';
import { diagnosticFor } from '../../diagnostic.ts';
import { bundleOf, documentOf, toldDiagnostic } from '../../diagnostic-report.ts';
import type { OpenedRelease } from '../../release.ts';
import { bundleHtml } from '../../report/bundle/bundle.ts';
import { figuresCsv } from '../../report/diagnostic/figures.ts';
import { diagnosticXlsx } from '../../report/diagnostic/xlsx.ts';
import { releaseFor, territoryFor, type Api, type ApiDeps } from '../deps.ts';
import { common, query } from '../parameters.ts';
import { Problem, problemSchema, quoted } from '../problem.ts';
import { diagnostic as diagnosticSchema } from './schemas.ts';

/** The documents there are, by the ending of the address. */
const TYPES = {
	pdf: 'application/pdf',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
	html: 'text/html; charset=utf-8'
} as const;
type Format = keyof typeof TYPES;

const file = { schema: z.string().openapi({ format: 'binary' }) };

const route = createRoute({
	method: 'get',
	path: '/diagnostics/{code}',
	summary: 'The diagnostic of a region or province, as data or as a document',
	request: {
		params: z.object({
			code: z.string().openapi({
				description: 'Code of a region or province; with .pdf, .pptx, .xlsx, .csv or .html behind it the document is sent instead of data.',
				example: 'MA-HAJ'
			})
		}),
		query: query({
			...common,
			vs: z.string().optional().openapi({
				description: 'Whom to compare with: nation (without it), region, alike (the median of its look-alikes), or a code of its level.',
				example: 'alike'
			}),
			lang: z.enum(LANGUAGES).default('ar').openapi({ description: 'Language of a document; Arabic without it. Data have all three.' })
		})
	},
	responses: {
		200: {
			description:
				'Profile, needs beside the comparator, potentials, cooperatives, sectors, findings, zones, look-alikes, projects, quality; every number with its cell.',
			content: {
				'application/json': { schema: diagnosticSchema },
				'application/pdf': file,
				'application/vnd.openxmlformats-officedocument.presentationml.presentation': file,
				'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': file,
				'text/csv': file,
				'text/html': file
			}
		},
		default: {
			description: 'What is wrong with the request, in one sentence.',
			content: { 'application/problem+json': { schema: problemSchema } }
		}
	}
});

/** Adds the route of diagnostics. */
export function addDiagnostics(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const { lang, release, vs } = c.req.valid('query');
		const { code, format } = partsOf(c.req.valid('param').code);
		const opened = await releaseFor(deps, release);
		const found = await diagnosticOf(opened, code, vs);
		if (format === null) return c.json(found, 200);
		const words = await wordsOf(lang);
		const name = `furas-${code}-${lang}-${opened.release.id}.${format}`;
		const body = await written(opened, found, { format, words, origin: deps.origin ?? null });
		return c.body(body, 200, { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${name}"` });
	});
}

function partsOf(asked: string): { readonly code: string; readonly format: Format | null } {
	const [, code = asked, ending] = /^(.*)\.(pdf|pptx|xlsx|csv|html)$/.exec(asked) ?? [];
	return { code, format: (ending as Format | undefined) ?? null };
}

async function diagnosticOf(opened: OpenedRelease, code: string, vs: string | undefined): Promise<Diagnostic> {
	const territory = await territoryFor(opened, code);
	const comparator = await comparatorOf(opened, territory, vs);
	if (!comparator) {
		throw new Problem('bad-parameter', `vs must be nation, region, alike or the code of another ${territory.level}, got ${quoted(vs)}.`);
	}
	return found(opened, code, comparator);
}

async function found(opened: OpenedRelease, code: string, comparator: ComparatorChoice): Promise<Diagnostic> {
	const answer = await diagnosticFor(opened, { code, comparator });
	if (answer.ok) return answer.value;
	switch (answer.reason) {
		case 'unknown-territory':
			throw new Problem('unknown-territory', `There is no territory ${quoted(code)}; /api/v1/territories lists them.`);
		case 'commune':
			throw new Problem('no-diagnostic', `Diagnostics are of regions and provinces; ${quoted(code)} is a commune.`);
		case 'old-release':
			throw new Problem('no-diagnostic', `The release ${quoted(opened.release.id)} was made before there were diagnostics.`);
	}
}

interface Wanted {
	readonly format: Format;
	readonly words: Words;
	readonly origin: string | null;
}

/** A document; what writes PDF and slides is loaded when the first is asked for: it would slow down every start. */
async function written(
	opened: OpenedRelease,
	diagnostic: Diagnostic,
	{ format, words, origin }: Wanted
): Promise<Uint8Array<ArrayBuffer> | string> {
	switch (format) {
		case 'pdf': {
			const { diagnosticPdf } = await import('../../report/diagnostic/pdf.ts');
			return diagnosticPdf(await documentOf(opened, diagnostic, words, { origin }));
		}
		case 'pptx': {
			const { diagnosticPptx } = await import('../../report/diagnostic/pptx/pptx.ts');
			const { slides } = await toldDiagnostic(opened, diagnostic, words);
			return new Uint8Array(await diagnosticPptx(await documentOf(opened, diagnostic, words, { origin }), slides));
		}
		case 'xlsx':
			return new Uint8Array(await diagnosticXlsx(diagnostic, (await toldDiagnostic(opened, diagnostic, words)).report, words));
		case 'csv':
			return figuresCsv(diagnostic, words);
		case 'html':
			return bundleHtml(await bundleOf(opened, diagnostic, words));
	}
}
