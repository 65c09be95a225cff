import { searchKey } from '#lib/core/text/search-key.ts';
import type { ColumnUse } from './field.ts';
import { contains, wordsOf } from './words.ts';

/** How registers head their columns, in Arabic, French and English. A phrase that is a whole header speaks surer than one inside it. */
const HEADERS: Readonly<Partial<Record<ColumnUse, readonly string[]>>> = {
	number: [
		'n°|numéro|num|no|id|identifiant|code coopérative|n° coopérative|numéro coopérative|immatriculation|n° immatriculation|numéro immatriculation',
		'registre|n° registre|numéro registre|registre local|registre central|n° enregistrement|numéro enregistrement|n° coop',
		'رقم|الرقم|رقم التسجيل|رقم السجل|رقم التقييد|رقم التعاونية|رقم الإيداع|السجل',
		'number|register number|registration number|registration'
	],
	name: [
		'nom|dénomination|raison sociale|intitulé|coopérative|nom coopérative|dénomination coopérative|dénomination sociale|nom coop|coop',
		'اسم|الاسم|التسمية|التعاونية|اسم التعاونية|تسمية التعاونية|الاسم الكامل للتعاونية',
		'name|cooperative name|cooperative'
	],
	nameAr: [
		'nom arabe|nom ar|dénomination arabe|nom coopérative arabe|nom coopérative ar|الاسم بالعربية|اسم التعاونية بالعربية|التسمية بالعربية|الاسم العربي|name ar|name arabic|arabic name'
	],
	nameFr: [
		'nom français|nom fr|dénomination français|nom coopérative français|nom coopérative fr|الاسم بالفرنسية|اسم التعاونية بالفرنسية|التسمية بالفرنسية|name fr|name french|french name'
	],
	branch: [
		'secteur|branche|secteur activité|branche activité|domaine|domaine activité|القطاع|الفرع|قطاع|قطاع النشاط|مجال النشاط|الميدان|sector|branch'
	],
	activity: [
		'activité|activité principale|objet|objet social|produit|filière|métier|activité produit|sous secteur',
		'النشاط|نشاط|الأنشطة|أنشطة|النشاط الرئيسي|موضوع النشاط|نوع النشاط|الغرض|المنتوج|المنتوجات|activity|main activity|product|purpose|value chain'
	],
	commune: [
		'commune|nom commune|collectivité|collectivité territoriale|commune implantation|ville|الجماعة|جماعة|اسم الجماعة|الجماعة الترابية|الجماعة القروية|المدينة|commune name|municipality|city'
	],
	communeCode: ['code commune|code hcp|code géographique|code commune hcp|cod commune|رمز الجماعة|كود الجماعة|رقم الجماعة|commune code'],
	province: [
		'province|préfecture|province préfecture|préfecture province|province ou préfecture|préfecture ou province|code province|province code|nom province|الإقليم|العمالة|إقليم|عمالة|إقليم أو عمالة|العمالة أو الإقليم|العمالة الإقليم|الإقليم العمالة'
	],
	region: ['région|nom région|code région|région code|région odco|الجهة|جهة|اسم الجهة'],
	lat: ['latitude|lat|y gps|خط العرض|lat y|latitude y'],
	lon: ['longitude|lon|long|lng|x gps|خط الطول|lon x|longitude x'],
	position: ['gps|coordonnées|coordonnées gps|position gps|position|point gps|الإحداثيات|إحداثيات|coordinates|location gps|latlon|lat lon'],
	created: [
		'année|an|date|date création|année création|créée|date constitution|année constitution|date agrément|date immatriculation|date cr',
		'السنة|سنة|التاريخ|تاريخ|سنة التأسيس|تاريخ التأسيس|سنة الإحداث|تاريخ الإحداث|سنة الإنشاء|تاريخ الإنشاء|year|year creation|creation date|date created|founded'
	],
	members: [
		'membre|nombre membre|adhérent|nombre adhérent|total adhérent|effectif|coopérateur|nombre coopérateur|total membre|الأعضاء|عدد الأعضاء|عدد المنخرطين|المنخرطون|المنخرطين|المتعاونين|عدد المتعاونين|مجموع الأعضاء|member|number member|membership'
	],
	women: [
		'femme|nombre femme|membre femme|adhérente|nombre adhérente|adhérent femme|النساء|نساء|عدد النساء|المنخرطات|عدد المنخرطات|إناث|الإناث|عدد الإناث|women|female|number women|women member'
	],
	men: ['homme|nombre homme|membre homme|adhérent homme|الرجال|رجال|عدد الرجال|ذكور|الذكور|عدد الذكور|men|male|number men|men member'],
	youth: ['jeune|nombre jeune|membre jeune|adhérent jeune|moins 35 ans|الشباب|شباب|عدد الشباب|youth|young|young member|young people'],
	status: [
		'statut|état|situation|situation actuelle|état actuel|statut actuel|état activité|situation coopérative|الحالة|حالة|حالة التعاونية|الوضعية|وضعية التعاونية|وضعية|الوضع|status|state'
	],
	womenOnly: [
		'féminine|coopérative féminine|coop féminine|féminine oui non|exclusivement féminine|100 femme|type féminine mixte|نسائية|تعاونية نسائية|نسوية|تعاونية نسوية|women only|female only'
	],
	address: [
		'adresse|siège|siège social|adresse siège|douar|localité|lieu|lieu dit|quartier|village|العنوان|عنوان|المقر|مقر|مقر التعاونية|الدوار|دوار|الحي|address|headquarters|street'
	],
	personal: [
		'téléphone|tél|tel|telephone|gsm|portable|mobile|whatsapp|fax|mail|email|e mail|courriel|adresse électronique|contact',
		'président|présidente|gérant|gérante|directeur|directrice|responsable|représentant|représentante|trésorier|secrétaire|prénom|nom prénom|cin|cni|cnie|carte nationale|rib|date naissance',
		'الهاتف|هاتف|النقال|المحمول|الفاكس|البريد|البريد الإلكتروني|إيميل|الرئيس|رئيس|الرئيسة|رئيسة|المدير|المديرة|المسير|المسيرة|المسؤول|المسؤولة|الممثل|ممثل|أمين المال|الاسم الشخصي|الاسم العائلي|البطاقة الوطنية|رقم البطاقة|تاريخ الازدياد',
		'phone|telephone|manager|chairman|chairwoman|chairperson|president|director|representative|first name|surname|national id|contact person'
	],
	ignored: [
		'ordre|n° ordre|numéro ordre|الترتيب|الرقم الترتيبي|رقم ترتيبي|ر ت|observation|remarque|ملاحظات|ملاحظة|capital|capital social|رأس المال|الرأسمال|chiffre affaires'
	]
};

/** Words that stand in the header of anything: alone they tell little about a longer one. */
const GENERAL: ReadonlySet<ColumnUse> = new Set(['name', 'number', 'created', 'members', 'ignored']);

/** Sure that a header that is exactly a known phrase means it. */
const WHOLE = 0.95;
/** A known phrase inside a longer header, and what its share of the words adds. */
const INSIDE = 0.45;
const SHARE = 0.4;
const GENERAL_LESS = 0.25;

/** Short ways to write «nombre». */
const COUNTING = /^(?:nb|nbr|nbre)$/;

/** The words of a header; «NomCommune», «nom_commune» and «NOM COMMUNE :» have the same ones. */
export const headerWords = (header: string): string[] =>
	wordsOf(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[°º]/g, ' ')).map((word) => (COUNTING.test(word) ? 'nombre' : word));

interface Phrase {
	readonly use: ColumnUse;
	readonly words: readonly string[];
}

const PHRASES: readonly Phrase[] = Object.entries(HEADERS).flatMap(([use, groups]) =>
	groups.flatMap((group) => group.split('|')).map((phrase) => ({ use: use as ColumnUse, words: headerWords(phrase) }))
);

/** What a header may mean, and how sure that is (0–1). */
export interface HeaderMeaning {
	readonly use: ColumnUse;
	readonly confidence: number;
}

/** The key of a header: the same for every case, accent, BOM, tatweel, underscore and space. Empty for a blank one. */
export const headerKey = (header: string): string => headerWords(header).join(' ') || searchKey(header);

/** All that the header may mean, surest first. Whatever holds a word of a person means that person alone. Empty when nothing is known. */
export function headerMeanings(header: string): readonly HeaderMeaning[] {
	const words = headerWords(header);
	const found = PHRASES.filter((phrase) => contains(words, phrase.words));
	if (found.some(({ use }) => use === 'personal')) return [{ use: 'personal', confidence: WHOLE }];
	const best = new Map<ColumnUse, number>();
	for (const { use, words: phrase } of found) best.set(use, Math.max(best.get(use) ?? 0, confidenceOf(use, phrase.length / words.length)));
	return [...best].map(([use, confidence]) => ({ use, confidence })).sort((a, b) => b.confidence - a.confidence);
}

const confidenceOf = (use: ColumnUse, share: number): number =>
	share === 1 ? WHOLE : INSIDE + SHARE * share - (GENERAL.has(use) ? GENERAL_LESS : 0);
