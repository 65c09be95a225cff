/** A page of text with a plain form: it needs no script. */
export const csr = false;
