import { createEncodingCheck, type Encoding } from '#lib/core/table/encoding.ts';
import { piecesOf } from '../pieces.ts';
import { TableProblem } from '../table-problem.ts';
import type { Watch } from '../watch.ts';

const PIECE_BYTES = 64 * 1024;

/** How a text file is written, from all of its bytes. Throws a `TableProblem` for damaged and truncated files, and for bytes that are no text. */
export async function encodingOf(path: string, watch: Watch): Promise<Encoding> {
	const check = createEncodingCheck();
	for await (const chunk of piecesOf(path, PIECE_BYTES)) {
		watch.check();
		check.add(chunk);
	}
	const result = check.result();
	if (!result.ok) throw new TableProblem(result.issue);
	return result.value;
}
