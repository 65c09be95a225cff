import type { Territory } from '#lib/core/territory/territory.ts';

/** Some real territories with the names, aliases and codes of HCP, for tests; figures are left out. */

const territory = (
	code: string,
	level: Territory['level'],
	parent: string | null,
	ar: string,
	fr: string,
	...aliases: string[]
): Territory => ({
	code,
	level,
	kind: level === 'commune' ? 'rural-commune' : level,
	parent,
	name: { ar, fr, en: fr },
	aliases,
	label: null,
	populationLegal: 1000,
	populationMunicipal: null,
	households: 200,
	areaKm2: null,
	coastal: false
});

/** Three regions, six provinces, thirteen communes; «Oulad Aissa» is three of them. */
export const TERRITORIES: readonly Territory[] = [
	territory('MA-03', 'region', null, 'فاس-مكناس', 'Fès-Meknès'),
	territory('MA-06', 'region', null, 'الدار البيضاء-سطات', 'Casablanca-Settat'),
	territory('MA-09', 'region', null, 'سوس-ماسة', 'Souss-Massa'),
	territory('MA-IFR', 'province', 'MA-03', 'إفران', 'Ifrane'),
	territory('MA-SEF', 'province', 'MA-03', 'صفرو', 'Sefrou', 'Séfrou'),
	territory('MA-CAS', 'province', 'MA-06', 'الدار البيضاء', 'Casablanca'),
	territory('MA-JDI', 'province', 'MA-06', 'الجديدة', 'El Jadida'),
	territory('MA-TAR', 'province', 'MA-09', 'تارودانت', 'Taroudannt', 'Taroudant'),
	territory('MA-TIZ', 'province', 'MA-09', 'تيزنيت', 'Tiznit'),
	territory('03.271.01.01', 'commune', 'MA-IFR', 'آزرو', 'Azrou'),
	territory('03.271.03.01', 'commune', 'MA-IFR', 'عين اللوح', 'Ain Leuh'),
	territory('03.451.01.09', 'commune', 'MA-SEF', 'صفرو', 'Sefrou'),
	territory('03.451.05.09', 'commune', 'MA-SEF', 'أولاد عيسى', 'Oulad Aissa'),
	territory('06.141.01.0', 'commune', 'MA-CAS', 'الدار البيضاء', 'Casablanca'),
	territory('06.181.05.03', 'commune', 'MA-JDI', 'أولاد عيسى', 'Oulad Aissa'),
	territory('06.181.03.07', 'commune', 'MA-JDI', 'لمهارزة الساحل', 'Lamharza Essahel'),
	territory('09.541.01.13', 'commune', 'MA-TAR', 'تارودانت', 'Taroudannt', 'Taroudant'),
	territory('09.541.01.11', 'commune', 'MA-TAR', 'تالوين', 'Taliouine'),
	territory('09.541.07.19', 'commune', 'MA-TAR', 'تاسوسفي', 'Tassousfi'),
	territory('09.541.04.33', 'commune', 'MA-TAR', 'أولاد عيسى', 'Oulad Aissa'),
	territory('09.581.01.05', 'commune', 'MA-TIZ', 'تافراوت', 'Tafraout'),
	territory('09.581.01.07', 'commune', 'MA-TIZ', 'تيزنيت', 'Tiznit')
];
