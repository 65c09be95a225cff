import type { Attachment } from 'svelte/attachments';

/** Width of a stage for which the sizes of the slides are written, in pixels. */
const DESIGNED = 1280;
/** From large to small: a slide that is too full is written smaller, but never too small for a room. */
const STEPS = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.73, 0.7] as const;

/**
 * Draws what a slide says as large as its stage allows: everything grows with the stage, and a slide that is too full is
 * written a step smaller. `content` is read so that a change of it is measured again. On a phone, where slides scroll, all
 * stays as it is.
 */
export function scaled(content: () => unknown): Attachment<HTMLElement> {
	return (element) => {
		const stage = element.closest<HTMLElement>('[data-stage]');
		const measure = (): void => {
			const isFlowing = stage === null || getComputedStyle(stage).containerType === 'normal';
			if (isFlowing) element.style.removeProperty('zoom');
			else
				STEPS.some((step) => {
					element.style.setProperty('zoom', String((step * stage.clientWidth) / DESIGNED));
					return !isTooFull(element);
				});
			for (const body of bodiesOf(element)) {
				// What scrolls must be reached by the keyboard.
				if (overflows(body)) body.tabIndex = 0;
				else body.removeAttribute('tabindex');
			}
		};
		const observer = new ResizeObserver(measure);
		if (stage) observer.observe(stage);
		void document.fonts.ready.then(measure);
		$effect(() => {
			content();
			measure();
		});
		return () => observer.disconnect();
	};
}

/** The parts that scroll when nothing helps. */
const bodiesOf = (element: HTMLElement): readonly HTMLElement[] => [...element.querySelectorAll<HTMLElement>('[data-body]')];

const isTooFull = (element: HTMLElement): boolean => [element, ...bodiesOf(element)].some(overflows);

const overflows = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean =>
	scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
