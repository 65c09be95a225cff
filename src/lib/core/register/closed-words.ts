import type { RegisterStatus } from './field.ts';
import { wordsOf } from './words.ts';

const keyed = <Value>(entries: readonly (readonly [Value, string])[]): ReadonlyMap<string, Value> =>
	new Map(entries.flatMap(([value, words]) => words.split('|').map((word) => [wordsOf(word).join(' '), value] as const)));

/** How registers write that a cooperative works, rests or is struck off. */
const STATUSES = keyed<RegisterStatus>([
	[
		'active',
		'active|actif|activité|en activité|fonctionnelle|en fonction|opérationnelle|en exercice|في نشاط|نشيطة|نشطة|نشيط|مشتغلة|فاعلة|في طور النشاط|مزاولة|working|operating|1'
	],
	[
		'dormant',
		'dormante|dormant|inactive|inactif|non active|en veille|en sommeil|suspendue|à l’arrêt|arrêtée|en arrêt|non fonctionnelle|غير نشيطة|غير نشطة|متوقفة|متوقفة عن النشاط|مجمدة|خاملة|معلقة|sleeping|suspended|idle|0'
	],
	[
		'dissolved',
		'dissoute|dissolue|radiée|liquidée|en liquidation|fermée|منحلة|محلولة|مصفاة|في طور التصفية|تصفية|مشطب عليها|مشطبة|مغلقة|dissolved|struck off|liquidated|closed'
	]
]);

const YES_NO = keyed<boolean>([
	[true, 'oui|o|yes|y|true|vrai|1|x|femmes|féminine|women|نعم|نسائية|نسوية|نساء'],
	[false, 'non|n|no|false|faux|0|mixte|hommes|masculine|mixed|لا|مختلطة|رجالية']
]);

const said = <Value>(words: ReadonlyMap<string, Value>, text: string): Value | null => words.get(wordsOf(text).join(' ')) ?? null;

/** The status a cell names; null when it is none of the words known. */
export const statusOf = (text: string): RegisterStatus | null => said(STATUSES, text);

/** Whether a cell says that all members are women; null when it says neither yes nor no. */
export const womenOnlyOf = (text: string): boolean | null => said(YES_NO, text);
