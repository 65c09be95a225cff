import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A secret nobody guesses: 256 bits, in letters a cookie and an address take. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret that is itself random: its hash tells nothing, and needs no salt. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const newId = (): string => randomUUID();
