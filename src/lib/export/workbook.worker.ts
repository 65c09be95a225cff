import type { Sheet } from '#lib/core/export/sheets.ts';
import { tellFile } from './file-worker.ts';
import { workbook } from './workbook.ts';

// Large sheets are packed by workers that the library makes of a blob: the policy of the pages forbids that, the one of this worker does not.
onmessage = ({ data }: MessageEvent<readonly Sheet[]>) => tellFile(bytesOf(data));

const bytesOf = async (sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await (await workbook(sheets)).arrayBuffer());
