/** Addresses whose answer depends on who asks: never from the cache of ready bytes, never for another's cache. */
export const isPrivate = (url: string): boolean => /^\/((ar|fr|en)\/(office|follow)|api\/v1\/(office|follow))(?=[/?.]|$)/.test(url);
