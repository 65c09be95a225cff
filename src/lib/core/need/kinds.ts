/** What a cooperative or a resident may lack: the codes of a declared need, in the order forms and tables show them. */
export const NEED_KINDS = ['market', 'equipment', 'training', 'water', 'transport', 'finance', 'energy', 'premises', 'other'] as const;

export type NeedKind = (typeof NEED_KINDS)[number];

/** Whether a word of a form or an address is the code of a kind of need. */
export const isNeedKind = (word: string): word is NeedKind => (NEED_KINDS as readonly string[]).includes(word);
