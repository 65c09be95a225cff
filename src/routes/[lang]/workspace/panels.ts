/** The panels of the workspace, in the order of their tabs. */
export const PANELS = ['style', 'compare', 'selection', 'own', 'export', 'bookmarks'] as const;
export type PanelId = (typeof PANELS)[number];

/** True when `value` names a panel. */
export const isPanel = (value: unknown): value is PanelId => PANELS.includes(value as PanelId);
