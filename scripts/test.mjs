import { run } from './setup.mjs';

await run('scripts/verify.ts');
