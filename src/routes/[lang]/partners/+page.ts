/** A page to read and to print: its form is a plain one, so it needs no script. */
export const csr = false;
