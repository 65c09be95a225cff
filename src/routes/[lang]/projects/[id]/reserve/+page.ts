/** A plain form: it needs no script. */
export const csr = false;
