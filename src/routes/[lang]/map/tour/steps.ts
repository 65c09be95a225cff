/** The steps of the tour in their order: its texts are `tour.<id>.title` and `tour.<id>.text`. */
export const STEPS = ['lens', 'chain', 'legend', 'place'] as const;
export type Step = (typeof STEPS)[number];

/** So many rows of the list are enough to show what it is. */
const ROWS = 5;

/** Where a step looks for what it speaks of: the first selector that finds something seen. Not every lens has a value chain. */
const PLACES: Readonly<Record<Step, readonly string[]>> = {
	lens: ['[data-control="lens"]'],
	chain: ['[data-control="chain"]', '[data-control="indicator"]', '#list form'],
	legend: ['aside.legend', '#map'],
	place: ['#place', '#list ol > li', '#list']
};

/** The elements a step of the tour speaks of; none where the page has nothing of it. */
export function shownAt(step: Step, page: ParentNode): readonly Element[] {
	for (const selector of PLACES[step]) {
		const seen = [...page.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
		if (seen.length > 0) return seen.slice(0, ROWS);
	}
	return [];
}
