import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TOKENS } from '#lib/core/cartography/tokens.ts';

const require = createRequire(import.meta.url);

/** The faces of the product, inside the file: a few hundred KiB, once. */
const FACES = [
	{
		family: 'Plex',
		name: 'ibm-plex-sans',
		subset: 'latin',
		range: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02DC,U+2000-206F,U+20AC,U+2122,U+2212'
	},
	{ family: 'Plex', name: 'ibm-plex-sans', subset: 'latin-ext', range: 'U+0100-02BA,U+1E00-1E9F' },
	{ family: 'Plex', name: 'ibm-plex-sans-arabic', subset: 'arabic', range: 'U+0600-06FF,U+0750-077F,U+200C-200E,U+FB50-FDFF,U+FE70-FEFF' }
] as const;
const WEIGHTS = [400, 600] as const;

const face = ({ family, name, subset, range }: (typeof FACES)[number], weight: number): string => {
	const file = readFileSync(require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`));
	return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${file.toString('base64')}) format("woff2");unicode-range:${range}}`;
};

let made: string | null = null;

/** The style sheet of a bundle with its fonts, made once. */
export function styles(): string {
	made ??= FACES.flatMap((one) => WEIGHTS.map((weight) => face(one, weight))).join('') + RULES;
	return made;
}

const { paper, surface, ink, muted, line, primary, accent } = TOKENS;
const RULES = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:${paper.light};color:${ink.light};font:16px/1.5 Plex,sans-serif}html[dir=rtl] body{line-height:1.7}
header,main,footer{max-inline-size:1040px;margin-inline:auto;padding:16px 24px}header{border-block-end:3px solid ${primary.light}}
.brand{margin:0;color:${primary.light};font-weight:600}.title{margin:0;font-size:26px;font-weight:600}h1{margin:0;font-size:34px;line-height:1.2}
h2{margin-block:36px 8px;padding-block-end:4px;border-block-end:2px solid ${line.light};color:${primary.light};font-size:22px}h3{margin-block:20px 6px;font-size:17px}
p{margin-block:4px}.message{font-size:20px}.muted{color:${muted.light};font-size:13px}a{color:${primary.light}}
nav ul,.chapters{display:flex;flex-wrap:wrap;gap:4px 16px;padding:0;list-style:none}
/* The article of the address shows; without one, the first, which stands last. */
article{display:none}article:last-child{display:block}article:target,article:has(:target){display:block}
article:target~article:last-child,article:has(:target)~article:last-child{display:none}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin-block:16px}.facts div{padding:10px 12px;border:1px solid ${line.light};border-radius:8px;background:${surface.light}}dt{color:${muted.light};font-size:13px}dd{margin:0}.facts dd:first-of-type{font-size:22px;font-weight:600}
.scroll{overflow-x:auto}table{inline-size:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:6px 8px;border-block-start:1px solid ${line.light};text-align:start;vertical-align:top;font-weight:400}thead th{color:${muted.light};font-size:13px;border:0}.end{text-align:end}.group th{padding-block-start:14px;font-weight:600;color:${primary.light}}.note{display:block}
.bar{display:block;position:relative;block-size:7px;min-inline-size:80px;margin-block-start:3px;border-radius:4px;background:${line.light}}.bar b{display:block;block-size:100%;border-radius:4px;background:${primary.light}}.bar i{position:absolute;inset-block:-3px;inline-size:2px;background:${ink.light}}
.mark{padding-inline:5px;border:1px solid ${accent.light};border-radius:8px;color:${accent.light};font-size:12px;white-space:nowrap}
.quadrants{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:12px;margin-block:16px}.quadrants>div{padding:4px 16px 12px;border:1px solid ${line.light};border-block-start:4px solid ${primary.light};border-radius:8px;background:${surface.light}}.quadrants .weaknesses,.quadrants .threats{border-block-start-color:${accent.light}}.quadrants ul{padding-inline-start:18px}
figure{margin:16px 0;padding:12px;border:1px solid ${line.light};border-radius:8px;background:${surface.light}}.chart{inline-size:100%;block-size:auto}.map>div{display:grid;grid-template-columns:minmax(0,2fr) minmax(180px,1fr);gap:16px}.map img{inline-size:100%}.legend{padding:0;list-style:none}.swatch{vertical-align:-2px}
.notice{padding:8px 12px;border-inline-start:3px solid ${accent.light};background:${surface.light}}sup{font-size:.7em}.sources{font-size:14px}code{font-size:12px}
@media(max-width:640px){header,main,footer{padding:12px}.map>div{grid-template-columns:1fr}h1{font-size:26px}}
@media print{article{display:block!important;break-before:page}nav,.chapters{display:none}figure,tr,.quadrants>div{break-inside:avoid}}
`;
