import type { Language } from '#lib/core/text/text.ts';

const EASTERN = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';

/** What people type around a number: spaces of any kind, marks of direction, a percent sign. */
const AROUND = /[\s\u061c\u200e\u200f\u2066-\u2069٬%٪']/gu;

/** The sign that groups thousands where the pages write numbers, and the one before decimals. French readers type «21.000» too. */
const signsOf = (language: Language): { group: string; decimal: string } =>
	language === 'en' ? { group: ',', decimal: '.' } : { group: '.', decimal: ',' };

function westernDigits(text: string): string {
	return text
		.replaceAll(/[٠-٩]/g, (digit) => String(EASTERN.indexOf(digit)))
		.replaceAll(/[۰-۹]/g, (digit) => String(PERSIAN.indexOf(digit)))
		.replaceAll('٫', ',')
		.replaceAll('−', '-');
}

/**
 * The number somebody typed, in Western or Arabic digits, with a comma or a point; null when it is none. «21.000» is
 * twenty-one thousand in Arabic and French, where pages group thousands so or readers do; «21,000» is it in English.
 */
export function readNumber(text: string, language: Language): number | null {
	const plain = westernDigits(text).replaceAll(AROUND, '');
	const { group, decimal } = signsOf(language);
	const isGrouped = new RegExp(`^-?[1-9]\\d{0,2}([${group}]\\d{3})+([${decimal}]\\d+)?$`).test(plain);
	const number = (isGrouped ? plain.replaceAll(group, '') : plain).replace(',', '.');
	return /^-?(\d+(\.\d*)?|\.\d+)$/.test(number) ? Number(number) : null;
}

/** A number as a field shows it: no thousands sign, at most `decimals` digits after the mark, none that say nothing. */
export function writeNumber(value: number, language: Language, decimals: number): string {
	return String(Number(value.toFixed(decimals))).replace('.', signsOf(language).decimal);
}
