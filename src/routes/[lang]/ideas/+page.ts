/** A page to read and to print: its filters are a plain form, so it needs no script. */
export const csr = false;
