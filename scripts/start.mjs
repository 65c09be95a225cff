import { run } from './setup.mjs';

await run('scripts/start.ts');
