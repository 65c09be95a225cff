import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url';
import type { SqlStatement } from '#lib/core/export/sql-statement.ts';
import { tellFile } from './file-worker.ts';
import { sqliteFile } from './sqlite-file.ts';

// The pages allow no WebAssembly (content policy); a worker of our own files does.
onmessage = ({ data }: MessageEvent<readonly SqlStatement[]>) => tellFile(sqliteFile(data, wasm));
