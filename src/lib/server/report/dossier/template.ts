import { BLOCKS } from './template-blocks.ts';
import { CHARTS } from './template-charts.ts';
import { HEAD, PAGE } from './template-page.ts';

/** The dossier as one Typst document: page and signs, charts, head, then the sections block by block. */
export const TEMPLATE = [PAGE, CHARTS, HEAD, BLOCKS].join('\n');
