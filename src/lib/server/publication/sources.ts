import type { Source } from '#lib/core/indicator/indicator.ts';

/** The register of a date as a source of figures. */
export const registerSource = (asOf: string): Source => ({
	id: 'odco-register',
	publisher: 'ODCO',
	title: `Registre des coopératives, ${asOf}`,
	url: null,
	licence: 'LicenseRef-register-counts',
	credit: {
		ar: `سجل التعاونيات لدى مكتب تنمية التعاون، ${asOf}`,
		fr: `Registre des coopératives (ODCO), ${asOf}`,
		en: `Register of cooperatives (ODCO), ${asOf}`
	}
});

/** What people sent and the office accepted; every row names its own document beside. */
export const ACCEPTED_SOURCE: Source = {
	id: 'furas-accepted',
	publisher: 'Furas',
	title: 'Facts sent by the public and accepted by the office',
	url: null,
	licence: 'CC-BY-4.0',
	credit: {
		ar: 'فُرَص، معطيات أرسلها مستعملون وقُبلت بعد التحقق، ومصدر كل منها مذكور في سطره',
		fr: 'Furas, faits envoyés par des usagers et acceptés après vérification, source citée à chaque ligne',
		en: 'Furas, facts sent by users and accepted after a check, source cited in every row'
	}
};
