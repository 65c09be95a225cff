import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane; a guess costs as much as an honest sign-in, some 30 ms here. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const SALT_BYTES = 16;

/** Fewest and most characters of a password; length is what guessing costs, so no other rule is set. */
export const PASSWORD = { least: 12, most: 200 } as const;

/** The password as it is kept: argon2id in PHC form, `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	const tag = await derive(password, salt, COST);
	return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether a password is the one of a hash; false for a hash of another form. Takes the same time whatever differs. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
	const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash);
	if (!parts) return false;
	const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number];
	const expected = Buffer.from(parts[5]!, 'base64');
	const found = await derive(password, Buffer.from(parts[4]!, 'base64'), { memory, passes, parallelism });
	return expected.length === found.length && timingSafeEqual(expected, found);
}

/** A hash nobody has a password for: checking it makes an unknown address cost what a known one costs. */
export const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

function derive(
	password: string,
	nonce: Buffer,
	{ memory, passes, parallelism }: { memory: number; passes: number; parallelism: number }
): Promise<Buffer> {
	const parameters = { message: password.normalize('NFKC'), nonce, parallelism, tagLength: TAG_BYTES, memory, passes };
	return new Promise((resolve, reject) => argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag))));
}
