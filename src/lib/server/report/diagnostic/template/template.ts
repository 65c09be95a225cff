import { BLOCKS } from './blocks.ts';
import { CHARTS } from './charts.ts';
import { COVER } from './cover.ts';
import { MAPS } from './maps.ts';
import { PAGE, SIGNS } from './page.ts';
import { TABLES } from './tables.ts';

/** The diagnostic as one Typst document: page and signs, pieces, cover and contents, then the chapters block by block. */
export const TEMPLATE = [PAGE, SIGNS, CHARTS, TABLES, MAPS, COVER, BLOCKS].join('\n');
