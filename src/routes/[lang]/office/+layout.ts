/** Plain pages and plain forms: nothing of the office needs a script. */
export const csr = false;
