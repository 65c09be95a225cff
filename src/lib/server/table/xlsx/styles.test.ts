import { expect, test } from 'vitest';
import { isDateFormat } from './styles.ts';

test.each(['dd/mm/yyyy', 'yyyy\\-mm\\-dd', '[$-40C]d mmmm yyyy;@', '[$-2010000]yyyy/mm/dd', 'h:mm', '[h]:mm', 'mm:ss.0', 'ddd'])(
	'%s shows a day or a time',
	(code) => {
		expect(isDateFormat(code)).toBe(true);
	}
);

test.each(['General', '0.00', '#,##0 "DH"', '[Red]0', '0" days"', '0\\d', '@', '0%', '[$DH-380] 0', '_-* #,##0_-', '0;dd'])(
	'%s shows none',
	(code) => {
		expect(isDateFormat(code)).toBe(false);
	}
);
