/** When a case is spoken of. Each number with its source; the rules that use them are in `alerts.ts`. */
export const RULES = {
	/** EBITDA over what the loan asks in a year (design of the project bank, 2026: the cover that lenders look for). */
	leastDebtCover: 1.2,
	/** MAD a year: up to it cooperatives that process are exempt from corporate tax and VAT (CGI art. 6–7, Fiduciaire Must 2024). */
	taxTurnoverMad: 10_000_000,
	/** A price counts as recent for so many months (design of the project bank, 2026). */
	priceMonths: 24,
	/** IRR of 14 argan cooperatives of Tiznit, the one published result for Moroccan cooperatives (IAV 2018). */
	plausibleIrr: { low: 0.07, high: 0.12 }
} as const;
