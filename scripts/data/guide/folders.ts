/** Where funding, training and legal steps are written down, as found; and how a matcher reads their conditions. */
export const SUPPORT = 'bank/support/2026';
export const RULES = 'bank/funding_rules/2026';
/** Offices, meetings and outlets for cooperatives. */
export const PARTNERS = 'bank/partners/2026';
