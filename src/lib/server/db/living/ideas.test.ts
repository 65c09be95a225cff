import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/core/account/account.ts';
import type { Actor, Role } from '#lib/core/account/actor.ts';
import { FEASIBILITY } from '#lib/core/idea/gate.ts';
import type { Idea } from '#lib/core/idea/idea.ts';
import type { Scores } from '#lib/core/idea/jury.ts';
import { createAccount, findAccount, setActive } from './accounts.ts';
import { readAudit, verifyChain } from './audit.ts';
import { IdeaError, moveIdea } from './idea-moves.ts';
import { candidatesFor, findIdea, keepGate, listIdeas, publicIdeas, submitIdea, waitingByRegion } from './ideas.ts';
import { fillSeats, ideaForJuror, ideasForJuror, juryOf, recuse, sendScores, sendToJury } from './jury.ts';
import { createMeeting, findMeeting, listMeetings, meetingCounts, meetingOfCode } from './meetings.ts';
import { openLiving, type LivingStore } from './open.ts';
import { MoveError, track, withdraw, type NewSubmission } from './submissions.ts';

const IDEA: Idea = {
	texts: { title: 'تثمين التين المجفف', pitch: 'نجفف التين ونلفه ونبيعه في أسواق المدينة', resource: 'التين' },
	need: 'market',
	holder: 'group',
	stage: 'tried',
	members: 7,
	ownMeansMad: 12_000
};
const common = (change: Partial<NewSubmission> = {}): Omit<NewSubmission, 'kind' | 'texts'> => ({
	region: 'MA-03',
	province: 'MA-HAJ',
	commune: '03.171.01.01',
	chain: 'figs',
	language: 'ar',
	channel: 'web',
	meeting: null,
	contact: { name: 'فاطمة', phone: '0600000000', email: null },
	...change
});

let living: LivingStore;
let fes: Account;
let souss: Account;
let planner: Account;
let jurors: Account[];

const account = async (role: Role, regions: string[], name: string): Promise<Account> => {
	const { id } = await createAccount(living, null, { email: `${name}@example.org`, name, role, regions });
	return (await findAccount(living, id))!;
};
const received = async (change?: Partial<NewSubmission>, idea: Partial<Idea> = {}): Promise<string> =>
	(await submitIdea(living, null, common(change), { ...IDEA, ...idea })).id;
const screened = async (change?: Partial<NewSubmission>): Promise<string> => {
	const id = await received(change);
	await moveIdea(living, planner, id, { to: 'screened', gate: FEASIBILITY }, null);
	return id;
};
const pitched = async (): Promise<string> => {
	const id = await screened();
	await sendToJury(living, fes, id, null);
	return id;
};
const points = (total: number): Scores => {
	const part = Math.floor(total / 4);
	return { social: part, economic: part, innovation: part, territorial: total - 3 * part };
};
const seated = async (id: string): Promise<Account[]> => {
	const asked = await Promise.all(jurors.map((juror) => ideaForJuror(living, juror, id)));
	return jurors.filter((_, i) => asked[i] !== null);
};

beforeEach(async () => {
	living = await openLiving(':memory:', () => new Date('2026-11-26T08:00:00Z'));
	fes = await account('delegate', ['MA-03'], 'fes');
	souss = await account('delegate', ['MA-09'], 'souss');
	planner = await account('planner', [], 'planner');
	jurors = await Promise.all(['a', 'b', 'c'].map((name) => account('juror', [], name)));
});
afterEach(() => living.close());

describe('an idea of a region', () => {
	it('is neither seen, judged nor moved by the delegate of another', async () => {
		const id = await received({ region: 'MA-09', province: 'MA-AGD' });
		expect(await listIdeas(living, fes, { limit: 10 })).toEqual({ items: [], total: 0 });
		expect(await findIdea(living, fes, id)).toBeNull();
		expect(await keepGate(living, fes, id, FEASIBILITY)).toBe(false);
		expect(await moveIdea(living, fes, id, { to: 'screened', gate: FEASIBILITY }, null)).toBe(false);
		expect(await sendToJury(living, fes, id, null)).toBe(false);
		expect(await fillSeats(living, fes, id)).toBe(false);
		expect((await findIdea(living, souss, id))!.status).toBe('received');
		expect((await listIdeas(living, planner, { limit: 10 })).total).toBe(1);
	});

	it('is listed by what is asked for, with its words and without its sender', async () => {
		await received();
		await received({ chain: 'honey' }, { need: 'water' });
		const { items, total } = await listIdeas(living, fes, { need: 'water', limit: 10 });
		expect(total).toBe(1);
		expect(items[0]).toMatchObject({ need: 'water', chain: 'honey', texts: IDEA.texts, gate: [] });
		expect(JSON.stringify(items)).not.toMatch(/فاطمة|0600000000/);
		for (const filter of [{ chain: 'figs' }, { status: 'received', chain: 'figs' }, { region: 'MA-03', chain: 'figs' }])
			expect((await listIdeas(living, fes, { ...filter, limit: 10 })).total).toBe(1);
		expect((await listIdeas(living, fes, { province: 'MA-FES', limit: 10 })).total).toBe(0);
	});
});

describe('screening', () => {
	it('opens with four times yes, and keeps what was answered before', async () => {
		const id = await received();
		const closed = moveIdea(living, fes, id, { to: 'screened', gate: ['legal'] }, null);
		await expect(closed).rejects.toMatchObject({ fault: 'not-feasible' });
		expect((await findIdea(living, fes, id))!.status).toBe('received');
		await keepGate(living, fes, id, ['legal', 'place']);
		expect((await findIdea(living, fes, id))!.gate).toEqual(['legal', 'place']);
		await moveIdea(living, fes, id, { to: 'screened', gate: FEASIBILITY }, 'مرحبا');
		expect(await findIdea(living, fes, id)).toMatchObject({ status: 'screened', gate: FEASIBILITY });
	});

	it('links a duplicate to the idea that is kept, never in a chain or a circle, nor across what a delegate sees', async () => {
		const kept = await received();
		const same = await received({}, { texts: { ...IDEA.texts, title: 'تثمينُ التين المجفّف' } });
		const elsewhere = await received({ region: 'MA-09', province: 'MA-AGD' });
		const idea = (await findIdea(living, fes, same))!;
		expect((await candidatesFor(living, fes, idea)).map(({ id }) => id)).toEqual([kept]);
		expect((await candidatesFor(living, fes, (await findIdea(living, fes, kept))!)).map(({ id }) => id)).toEqual([same]);
		await moveIdea(living, fes, same, { to: 'duplicate', of: kept }, null);
		expect((await findIdea(living, fes, same))!.duplicateOf).toBe(kept);
		const third = await received();
		for (const [id, of] of [
			[third, same],
			[third, third],
			[third, elsewhere],
			[kept, third]
		] as const)
			await expect(moveIdea(living, fes, id, { to: 'duplicate', of }, null)).rejects.toBeInstanceOf(IdeaError);
		await moveIdea(living, fes, same, { to: 'received' }, null);
		expect((await findIdea(living, fes, same))!.duplicateOf).toBeNull();
	});
});

describe('the board', () => {
	it('has what a moderator let pass, and nothing of who sent it or in which commune', async () => {
		await received();
		const id = await screened();
		const ideas = await publicIdeas(living);
		expect(ideas.map((idea) => idea.id)).toEqual([id]);
		expect(JSON.stringify(ideas)).not.toMatch(/فاطمة|0600|03\.171|group/);
		expect(ideas[0]).toMatchObject({ month: '2026-11', province: 'MA-HAJ', need: 'market' });
		expect([...(await waitingByRegion(living))]).toEqual([['MA-03', 1]]);
	});

	it('loses an idea that is taken back', async () => {
		const { id, code } = await submitIdea(living, null, common(), IDEA);
		await moveIdea(living, fes, id, { to: 'screened', gate: FEASIBILITY }, null);
		await withdraw(living, code);
		expect(await publicIdeas(living)).toEqual([]);
		expect((await findIdea(living, fes, id))!.texts).toEqual({});
	});
});

describe('the jury', () => {
	it('is two jurors whom nobody chose; each sees what the idea says, and no other idea', async () => {
		const id = await pitched();
		const other = await screened();
		expect(await seated(id)).toHaveLength(2);
		const [one] = await seated(id);
		const seen = (await ideaForJuror(living, one!, id))!;
		expect(seen).toMatchObject({ texts: IDEA.texts, province: 'MA-HAJ', scores: null });
		expect(JSON.stringify(seen)).not.toMatch(/فاطمة|0600|03\.171|group|12000/);
		expect(await ideaForJuror(living, one!, other)).toBeNull();
		expect(await sendScores(living, one!, other, points(80))).toBe(false);
		expect(await findIdea(living, fes, id)).toMatchObject({ status: 'pitched' });
	});

	it('has nobody of other regions, nobody switched off, and is refused with fewer than two', async () => {
		const id = await screened();
		await setActive(living, planner, jurors[0]!.id, false);
		await sendToJury(living, fes, id, null);
		expect((await seated(id)).map((juror) => juror.name)).toEqual(['b', 'c']);
		await setActive(living, planner, jurors[1]!.id, false);
		await account('juror', ['MA-09'], 'd');
		const next = await screened();
		await expect(sendToJury(living, fes, next, null)).rejects.toMatchObject({ fault: 'too-few-jurors' });
		expect((await findIdea(living, fes, next))!.status).toBe('screened');
	});

	it('takes the points of a juror once, and tells the office no total before both are there', async () => {
		const id = await pitched();
		const [one, two] = await seated(id);
		await sendScores(living, one!, id, points(70));
		await expect(sendScores(living, one!, id, points(90))).rejects.toMatchObject({ fault: 'already-sent' });
		expect(await juryOf(living, id)).toEqual({ seats: 2, recused: 0, verdict: { kind: 'waiting', scored: 1, wanted: 2 } });
		expect((await ideaForJuror(living, two!, id))!.scores).toBeNull();
		await sendScores(living, two!, id, points(90));
		expect(await juryOf(living, id)).toMatchObject({ seats: 2, verdict: { kind: 'decided', mean: 80, spread: 20 } });
		expect(JSON.stringify(await juryOf(living, id))).not.toContain(one!.id);
	});

	it('calls a third by itself when two are more than 30 points apart', async () => {
		const id = await pitched();
		const [one, two] = await seated(id);
		await sendScores(living, one!, id, points(40));
		await sendScores(living, two!, id, points(90));
		const all = await seated(id);
		expect(all).toHaveLength(3);
		const third = all.find((juror) => juror.id !== one!.id && juror.id !== two!.id)!;
		expect(await juryOf(living, id)).toMatchObject({ verdict: { kind: 'waiting', scored: 2, wanted: 3 } });
		await sendScores(living, third, id, points(84));
		expect(await juryOf(living, id)).toMatchObject({ verdict: { kind: 'decided', mean: 87, spread: 50 } });
	});

	it('lets a juror who knows the holder go, and asks another, later if there is none now', async () => {
		const id = await pitched();
		const [one, two] = await seated(id);
		expect(await recuse(living, one!, id)).toBe(true);
		expect(await ideaForJuror(living, one!, id)).toBeNull();
		expect(await seated(id)).toHaveLength(2);
		await recuse(living, two!, id);
		expect(await juryOf(living, id)).toMatchObject({ seats: 1, recused: 2 });
		await expect(fillSeats(living, fes, id)).rejects.toMatchObject({ fault: 'too-few-jurors' });
		const fresh = await account('juror', ['MA-03'], 'fresh');
		await fillSeats(living, fes, id);
		expect(await ideaForJuror(living, fresh, id)).not.toBeNull();
		expect(await recuse(living, one!, id)).toBe(false);
	});

	it('spreads the work, and lists what waits before what was sent', async () => {
		for (let i = 0; i < 6; i++) await pitched();
		const loads = await Promise.all(jurors.map(async (juror) => (await ideasForJuror(living, juror)).length));
		expect(loads).toEqual([4, 4, 4]);
		const [first] = await ideasForJuror(living, jurors[0]!);
		await sendScores(living, jurors[0]!, first!.id, points(60));
		const after = await ideasForJuror(living, jurors[0]!);
		expect(after.map(({ scores }) => scores === null)).toEqual([true, true, true, false]);
		expect(after.at(-1)!.id).toBe(first!.id);
	});

	it('is closed once the idea was taken back', async () => {
		const { id, code } = await submitIdea(living, null, common(), IDEA);
		await moveIdea(living, fes, id, { to: 'screened', gate: FEASIBILITY }, null);
		await sendToJury(living, fes, id, null);
		const [one] = await seated(id);
		await withdraw(living, code);
		await expect(sendScores(living, one!, id, points(60))).rejects.toMatchObject({ fault: 'closed' });
		expect(await ideasForJuror(living, one!)).toEqual([]);
	});
});

describe('the way to a cooperative', () => {
	it('needs a verdict, then a sheet, and is followed up a year later', async () => {
		const { id, code } = await submitIdea(living, null, common(), IDEA);
		await moveIdea(living, fes, id, { to: 'screened', gate: FEASIBILITY }, null);
		await expect(moveIdea(living, fes, id, { to: 'winner' }, null)).rejects.toMatchObject({ fault: 'no-verdict' });
		await sendToJury(living, fes, id, null);
		for (const juror of await seated(id)) await sendScores(living, juror, id, points(80));
		await moveIdea(living, fes, id, { to: 'winner' }, null);
		await expect(moveIdea(living, fes, id, { to: 'created' }, null)).rejects.toBeInstanceOf(MoveError);
		await moveIdea(living, fes, id, { to: 'project-sheet', sheet: { model: 'M01', chain: 'figs' } }, null);
		await moveIdea(living, fes, id, { to: 'created' }, null);
		expect(await findIdea(living, fes, id)).toMatchObject({ sheet: { model: 'M01', chain: 'figs' }, followUpDue: '2027-11-26' });
		await moveIdea(living, fes, id, { to: 'followed-up' }, null);
		expect((await track(living, code))!.steps.map(({ status }) => status)).toEqual([
			'received',
			'screened',
			'pitched',
			'winner',
			'project-sheet',
			'created',
			'followed-up'
		]);
		expect(await verifyChain(living)).toMatchObject({ brokenAt: null });
		expect((await readAudit(living, { action: 'jury.score', limit: 9 })).map(({ facts }) => facts)).toEqual([
			{ rubric: '2026-11' },
			{ rubric: '2026-11' }
		]);
	});
});

describe('a meeting', () => {
	it('belongs to its region, is found by its code by anybody, and counts what came from it', async () => {
		const wanted = { region: 'MA-03', province: null, date: '2026-12-05', place: 'دار الشباب' };
		expect(await createMeeting(living, souss as Actor, wanted)).toBeNull();
		const meeting = (await createMeeting(living, fes, wanted))!;
		expect(await listMeetings(living, souss)).toEqual([]);
		expect(await findMeeting(living, souss, meeting.id)).toBeNull();
		expect(await meetingOfCode(living, meeting.code)).toEqual(meeting);
		await received({ channel: 'meeting', meeting: meeting.code });
		await submitIdea(living, fes, common({ channel: 'paper', meeting: meeting.code }), IDEA);
		await screened({ channel: 'meeting', meeting: meeting.code });
		expect((await meetingCounts(living, fes)).get(meeting.code)).toEqual({ scanned: 2, paper: 1, public: 1 });
		expect((await listIdeas(living, fes, { meeting: meeting.code, limit: 10 })).total).toBe(3);
		expect((await meetingCounts(living, souss)).size).toBe(0);
	});
});
