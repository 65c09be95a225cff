import { BLOCKS } from './blocks.ts';
import { CHARTS } from './charts.ts';
import { HEAD, PAGE } from './page.ts';

/** The dossier as one Typst document: page and signs, charts, head, then the sections block by block. */
export const TEMPLATE = [PAGE, CHARTS, HEAD, BLOCKS].join('\n');
