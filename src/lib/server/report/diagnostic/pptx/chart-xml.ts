/** What the library cannot say about a chart, and we add to its XML. */
export interface ChartExtra {
	/** Words beside each point of each series; null for none. */
	readonly labels: readonly (readonly (string | null)[])[];
	readonly labelSize: number;
	/** Where they stand, point by point, and how far to the side, as a share of the width of the chart; left out for the place a bar chart gives them, at the end of the bar. */
	readonly labelAt?: readonly { readonly side: 't' | 'b'; readonly shift: number }[];
	/** Colours of single points of each series; null for that of the series. */
	readonly colors: readonly (readonly (string | null)[])[];
	/** Series filled with stripes of its colour, so that it is told apart without colours too; null for none. */
	readonly striped: number | null;
}

/** How the language of a deck is written. */
export interface ChartLanguage {
	readonly lang: string;
	readonly isArabic: boolean;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Identifier of a third axis that the library names in every chart though only charts in three dimensions have one. */
const THIRD_AXIS = /<c:axId val="2094734556"\/>/g;
/** A value that is not known: a point without a number is no chart of the standard, a missing point is. */
const UNKNOWN_POINT = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g;
/** Every category says its name, however many there are. */
const EVERY_LABEL = '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>';
/** In a chart of x and y the library says of its x axis what only an axis of names has. */
const NAMES_ON_X = /<c:auto val="1"\/>.*?<c:noMultiLvlLbl val="\d"\/>/s;
const FIRST_FILL = /<a:solidFill><a:srgbClr val="([0-9A-F]{6})"\s*(?:\/>|><\/a:srgbClr>)<\/a:solidFill>/;

/** The XML of a chart with its words, colours and stripes, in the direction of its language. */
export function finishedChart(xml: string, extra: ChartExtra, language: ChartLanguage): string {
	const [head, ...series] = xml.split('<c:ser>');
	const finished = series.map((part, index) => finishedSeries(part, index, extra, language));
	const text = [head, ...finished].join('<c:ser>').replace(THIRD_AXIS, '').replace(UNKNOWN_POINT, '');
	const axes = text.includes('<c:scatterChart>') ? text.replace(NAMES_ON_X, '') : text.replace('<c:lblAlgn val="ctr"/>', EVERY_LABEL);
	const spoken = axes.replaceAll('lang="en-US"', `lang="${language.lang}"`);
	return language.isArabic ? spoken.replaceAll('<a:pPr>', '<a:pPr rtl="1">') : spoken;
}

function finishedSeries(part: string, index: number, extra: ChartExtra, language: ChartLanguage): string {
	const striped = extra.striped === index ? part.replace(FIRST_FILL, (_, color: string) => stripes(color)) : part;
	const points = pointColors(extra.colors[index] ?? []);
	const labels = (extra.labels[index] ?? []).map((label, at) => (label === null ? '' : pointLabel(label, at, extra, language))).join('');
	// The standard wants colours of points before their labels, and both before the values.
	if (striped.includes('<c:dLbls>')) return striped.replace('<c:dLbls>', `${points}<c:dLbls>${labels}`);
	const all = labels === '' ? '' : `<c:dLbls>${labels}${SHOWS_NOTHING}</c:dLbls>`;
	return striped.replace('<c:xVal>', `${points}${all}<c:xVal>`);
}

const stripes = (color: string): string =>
	`<a:pattFill prst="dkUpDiag"><a:fgClr><a:srgbClr val="${color}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln>`;

const pointColors = (colors: readonly (string | null)[]): string =>
	colors
		.map((color, at) =>
			color === null
				? ''
				: `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr></c:dPt>`
		)
		.join('');

const shows = (value: 0 | 1): string =>
	`<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
const SHOWS_NOTHING = shows(0);

const shifted = (share = 0): string =>
	share === 0 ? '' : `<c:layout><c:manualLayout><c:x val="${share.toFixed(4)}"/><c:y val="0"/></c:manualLayout></c:layout>`;

function pointLabel(label: string, at: number, { labelSize, labelAt }: ChartExtra, { lang, isArabic }: ChartLanguage): string {
	const look = `lang="${lang}" sz="${Math.round(labelSize * 100)}"`;
	const run = (line: string): string =>
		`<a:r><a:rPr ${look}><a:latin typeface="+mn-lt"/><a:cs typeface="+mn-cs"/></a:rPr><a:t>${escaped(line)}</a:t></a:r>`;
	return [
		`<c:dLbl><c:idx val="${at}"/>${shifted(labelAt?.[at]?.shift)}<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>`,
		...label.split('\n').map((line) => `<a:p><a:pPr${isArabic ? ' rtl="1"' : ''}><a:defRPr/></a:pPr>${run(line)}</a:p>`),
		`</c:rich></c:tx>`,
		labelAt?.[at] ? `<c:dLblPos val="${labelAt[at].side}"/>` : '',
		`${shows(1)}</c:dLbl>`
	].join('');
}
