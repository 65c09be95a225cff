import type { RegisterField, RegisterStatus } from '#lib/core/register/field.ts';
import { createRandom, type Random } from '#lib/core/statistics/random.ts';
import { nameMaker, slipped, type RegisterLanguage } from './synthetic-names.ts';
import { syntheticWorld, type SyntheticPlace, type World, type WorldTables } from './synthetic-world.ts';

/**
 * What a row is made to be; each row is one of these and nothing else.
 * `good` rows may be dormant or dissolved; a `copy…` is an earlier good row once more.
 */
export const SOWN = {
	copyByNumber: 0.01,
	copyByName: 0.01,
	copyAlike: 0.005,
	namesake: 0.01,
	misspelt: 0.02,
	wrongProvince: 0.005,
	twoTrades: 0.02,
	noName: 0.002,
	noPlace: 0.002,
	badNumber: 0.005,
	badYear: 0.005,
	farAway: 0.003,
	swapped: 0.005,
	formula: 0.002,
	bidi: 0.002,
	membersDiffer: 0.01,
	fewMembers: 0.005,
	personal: 0.002
} as const;
export type Sown = keyof typeof SOWN | 'good';

/** What to make. */
export interface SyntheticOptions extends WorldTables {
	readonly seed: number;
	readonly rows?: number;
	readonly language?: RegisterLanguage;
	/** Share of rows per kind; those not named keep the shares of `SOWN`, 0 sows none. */
	readonly rates?: Partial<Record<keyof typeof SOWN, number>>;
	readonly thisYear: number;
}

/** What the generator knows of a row it made. */
export interface Truth {
	readonly sown: Sown;
	/** The commune and chain it stands for, whatever its cells say; null where it stands for none. */
	readonly commune: string | null;
	readonly province: string | null;
	readonly chain: string | null;
	readonly status: RegisterStatus;
	/** For a copy: the row it repeats, from 0. */
	readonly of: number | null;
}

/** A register that nobody holds. */
export interface SyntheticRegister {
	readonly headers: readonly string[];
	/** What each column holds, for tests; null for columns of persons and addresses. */
	readonly fields: readonly (RegisterField | null)[];
	readonly rows: readonly (readonly string[])[];
	/** One per row. */
	readonly truth: readonly Truth[];
}

const COLUMNS: readonly (readonly [RegisterField | null, Readonly<Record<RegisterLanguage, string>>])[] = [
	['number', { fr: 'N° registre', ar: 'رقم السجل' }],
	['name', { fr: 'Dénomination', ar: 'اسم التعاونية' }],
	['branch', { fr: 'Secteur', ar: 'القطاع' }],
	['activity', { fr: 'Activité principale', ar: 'النشاط الرئيسي' }],
	['region', { fr: 'Région', ar: 'الجهة' }],
	['province', { fr: 'Province/Préfecture', ar: 'العمالة أو الإقليم' }],
	['commune', { fr: 'Commune', ar: 'الجماعة' }],
	[null, { fr: 'Adresse', ar: 'العنوان' }],
	['created', { fr: 'Date de création', ar: 'تاريخ التأسيس' }],
	['members', { fr: 'Nbre adhérents', ar: 'عدد الأعضاء' }],
	['women', { fr: 'Femmes', ar: 'عدد النساء' }],
	['men', { fr: 'Hommes', ar: 'عدد الرجال' }],
	['status', { fr: 'Situation', ar: 'وضعية التعاونية' }],
	['lat', { fr: 'Latitude', ar: 'خط العرض' }],
	['lon', { fr: 'Longitude', ar: 'خط الطول' }],
	[null, { fr: 'Téléphone', ar: 'الهاتف' }]
];

const STATUSES: Readonly<Record<RegisterLanguage, Readonly<Record<RegisterStatus, string>>>> = {
	fr: { active: 'En activité', dormant: 'En veille', dissolved: 'Radiée' },
	ar: { active: 'نشيطة', dormant: 'متوقفة', dissolved: 'منحلة' }
};

type Cells = Partial<Record<RegisterField, string>>;
type Made = { readonly cells: Cells; readonly truth: Truth };

/** A register with errors sown in at stated rates and the truth about every row. The same seed and tables give the same register. */
export function syntheticRegister(options: SyntheticOptions): SyntheticRegister {
	const { seed, rows = 65_000, language = 'fr', rates, thisYear } = options;
	const random = createRandom(seed);
	const maker = new Maker(random, language, syntheticWorld(options, random, language), thisYear);
	const shares = Object.entries({ ...SOWN, ...rates }) as [keyof typeof SOWN, number][];
	const made = Array.from({ length: rows }, () => maker.make(drawn(shares, random)));
	return {
		headers: COLUMNS.map(([, header]) => header[language]),
		fields: COLUMNS.map(([field]) => field),
		rows: made.map(({ cells }) => COLUMNS.map(([field, header]) => (field === null ? nobody(header.fr) : (cells[field] ?? '')))),
		truth: made.map(({ truth }) => truth)
	};
}

/** What stands in the columns that nobody may read. */
const nobody = (header: string): string => (header === 'Adresse' ? 'SYNTHETIC' : '0600000000');

function drawn(shares: readonly (readonly [keyof typeof SOWN, number])[], random: Random): Sown {
	let left = random.uniform();
	for (const [sown, share] of shares) if ((left -= share) < 0) return sown;
	return 'good';
}

class Maker {
	readonly #random: Random;
	readonly #language: RegisterLanguage;
	readonly #world: World;
	readonly #thisYear: number;
	readonly #name: () => string;
	readonly #good: { readonly row: number; readonly made: Made }[] = [];
	readonly #copied = new Set<number>();
	#row = -1;

	constructor(random: Random, language: RegisterLanguage, world: World, thisYear: number) {
		this.#random = random;
		this.#language = language;
		this.#world = world;
		this.#thisYear = thisYear;
		this.#name = nameMaker(random, language);
	}

	make(sown: Sown): Made {
		this.#row++;
		const copy = sown.startsWith('copy') ? this.#copy(sown) : null;
		if (copy !== null) return copy;
		const made = this.#changed(sown.startsWith('copy') ? 'good' : sown, this.#fresh());
		if (made.truth.sown === 'good') this.#good.push({ row: this.#row, made });
		return made;
	}

	#fresh(place: SyntheticPlace = this.#world.place()): Made {
		const random = this.#random;
		const { chain, branch, word } = this.#world.trade();
		const status = this.#status();
		const women = random.below(12);
		const men = 5 + random.below(12);
		const label = random.uniform() < 0.4 ? place.commune.label : null;
		const language = this.#language;
		return {
			cells: {
				number: String(100_000 + this.#row),
				name: this.#name(),
				branch: branch.name[language],
				activity: word,
				region: place.region.name[language],
				province: place.province.name[language],
				commune: place.commune.name[language],
				created: this.#day(),
				members: String(women + men),
				women: String(women),
				men: String(men),
				status: STATUSES[language][status],
				...(label === null ? {} : { lat: String(label[1]), lon: String(label[0]).replace('.', random.below(2) === 0 ? '.' : ',') })
			},
			truth: { sown: 'good', commune: place.commune.code, province: place.province.code, chain, status, of: null }
		};
	}

	#status(): RegisterStatus {
		const draw = this.#random.uniform();
		if (draw < 0.85) return 'active';
		return draw < 0.97 ? 'dormant' : 'dissolved';
	}

	#day(): string {
		const random = this.#random;
		const [day, month, year] = [1 + random.below(28), 1 + random.below(12), 1985 + random.below(this.#thisYear - 1985)];
		const two = (part: number): string => String(part).padStart(2, '0');
		return random.below(2) === 0 ? `${two(day)}/${two(month)}/${year}` : `${year}-${two(month)}-${two(day)}`;
	}

	/** An earlier good row once more, each copied once; null when there is none left. */
	#copy(sown: Sown): Made | null {
		const earlier = this.#good[this.#random.below(Math.max(1, this.#good.length))];
		if (earlier === undefined || this.#copied.has(earlier.row)) return null;
		this.#copied.add(earlier.row);
		const { cells, truth } = earlier.made;
		const changes: Cells = sown === 'copyByNumber' ? {} : { number: '', name: sown === 'copyAlike' ? slipped(cells.name!) : cells.name! };
		return { cells: { ...cells, ...changes }, truth: { ...truth, sown, of: earlier.row } };
	}

	#changed(sown: Sown, made: Made): Made {
		if (sown === 'good') return made;
		if (sown === 'namesake') {
			const namesake = this.#fresh(this.#world.namesake());
			return { cells: { ...namesake.cells, province: '', region: '', lat: '', lon: '' }, truth: { ...namesake.truth, sown } };
		}
		const { cells, truth } = made;
		if (sown === 'twoTrades') {
			const { branch, word } = this.#world.twoTrades();
			return { cells: { ...cells, branch: branch.name[this.#language], activity: word }, truth: { ...truth, sown, chain: null } };
		}
		const place = sown === 'misspelt' || sown === 'wrongProvince' ? this.#world.place() : null;
		return {
			cells: { ...cells, ...(place === null ? this.#fault(sown, cells) : this.#misplaced(sown, place)) },
			truth: placedIn({ ...truth, sown }, place)
		};
	}

	#misplaced(sown: Sown, place: SyntheticPlace): Cells {
		const language = this.#language;
		const nowhere = { lat: '', lon: '', region: '', commune: place.commune.name[language] };
		if (sown === 'wrongProvince') return { ...nowhere, province: this.#world.elsewhere(place).name[language] };
		return { ...nowhere, commune: this.#world.misspelt(place), province: place.province.name[language] };
	}

	#fault(sown: Sown, cells: Cells): Cells {
		const faults: Partial<Record<Sown, Cells>> = {
			noName: { name: '' },
			noPlace: { commune: '', province: '', region: '', lat: '', lon: '' },
			badNumber: { members: 'douze' },
			badYear: { created: String(this.#thisYear + 60) },
			farAway: { lat: '48.8566', lon: '2.3522' },
			swapped: { lat: '-6.85', lon: '34.02' },
			formula: { name: `=HYPERLINK("x") ${cells.name!}` },
			bidi: { name: `\u202e${cells.name!}` },
			membersDiffer: { members: String(Number(cells.members) + 3) },
			fewMembers: { members: '4', women: '4', men: '0' },
			personal: { activity: `${cells.activity!} 0600000000` }
		};
		return faults[sown]!;
	}
}

const placedIn = (truth: Truth, place: SyntheticPlace | null): Truth =>
	place === null ? truth : { ...truth, commune: place.commune.code, province: place.province.code };
