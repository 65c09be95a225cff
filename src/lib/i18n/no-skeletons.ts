/**
 * Stands in for `@formatjs/icu-skeleton-parser` in the app: no message formats a number or a date by a skeleton (`numbers.ts`
 * does it), and the parser of skeletons would be 3 KiB of the first load. A test refuses a message that needs it.
 */
const refuse = (): never => {
	throw new Error('Messages do not use skeletons: format numbers and dates with `numbers.ts` and pass the text.');
};

export { refuse as parseDateTimeSkeleton, refuse as parseNumberSkeleton, refuse as parseNumberSkeletonFromString };
