import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it.each(['abc', '-1', '70000', '3000.5'])('the server refuses the port «%s» with one sentence that names it', (port) => {
	const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/serve.ts'], {
		encoding: 'utf8',
		env: { ...process.env, PORT: port }
	});
	expect(status).toBe(1);
	expect(stdout).toBe('');
	expect(stderr.trim()).toBe(`PORT must be a number from 0 to 65535, got "${port}".`);
});
