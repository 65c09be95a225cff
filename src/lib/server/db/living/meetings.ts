import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import { covers, type Actor } from '#lib/core/account/actor.ts';
import { meetingCode, type Meeting, type MeetingCounts } from '#lib/core/idea/meeting.ts';
import { isPublic } from '#lib/core/submission/submission.ts';
import { change } from './audit.ts';
import type { MeetingRow } from './schema/ideas.ts';
import type { Living } from './schema.ts';
import { newId } from './secrets.ts';
import { within } from './submissions.ts';

/** Makes a meeting and returns it with its code; null when its region is not one of `actor`. */
export async function createMeeting(living: Living, actor: Actor, wanted: Omit<Meeting, 'id' | 'code'>): Promise<Meeting | null> {
	if (!covers(actor, wanted.region)) return null;
	const meeting: Meeting = { id: newId(), code: meetingCode(randomBytes(48)), ...wanted };
	await change(living, { actor, action: 'meeting.create', subject: meeting.id, region: meeting.region }, (writing, at) =>
		writing
			.insertInto('meeting')
			.values({ ...meeting, created_by: actor.id, created_at: at })
			.execute()
	);
	return meeting;
}

/** Meetings in the regions of `actor`, the latest first. */
export async function listMeetings({ db }: Living, actor: Actor): Promise<Meeting[]> {
	let query = db.selectFrom('meeting').selectAll();
	if (actor.regions !== 'all') query = query.where('region', 'in', [...actor.regions]);
	return (await query.orderBy('date', 'desc').orderBy('created_at', 'desc').execute()).map(parseMeeting);
}

/** The meeting of an id; null when there is none in the regions of `actor`. */
export async function findMeeting({ db }: Living, actor: Actor, id: string): Promise<Meeting | null> {
	const row = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
	return row && covers(actor, row.region) ? parseMeeting(row) : null;
}

/** The meeting of a code, for whoever scanned it; null when there is none. */
export async function meetingOfCode({ db }: Pick<Living, 'db'>, code: string): Promise<Meeting | null> {
	const row = await db.selectFrom('meeting').selectAll().where('code', '=', code).executeTakeFirst();
	return row ? parseMeeting(row) : null;
}

/** How ideas came from each meeting, by code, counted among the ideas `actor` sees; a meeting that brought none is left out. */
export async function meetingCounts({ db }: Living, actor: Actor): Promise<ReadonlyMap<string, MeetingCounts>> {
	const rows = await within(db.selectFrom('submission'), actor)
		.where('kind', '=', 'idea')
		.where('meeting', 'is not', null)
		.groupBy(['meeting', 'channel', 'status'])
		.select((eb) => ['meeting', 'channel', 'status', eb.fn.countAll<number>().as('count')])
		.execute();
	const counts = new Map<string, MeetingCounts>();
	for (const { meeting, channel, status, count } of rows) {
		const { scanned, paper, public: passed } = counts.get(meeting!) ?? { scanned: 0, paper: 0, public: 0 };
		const isPaper = channel === 'paper';
		counts.set(meeting!, {
			scanned: scanned + (isPaper ? 0 : count),
			paper: paper + (isPaper ? count : 0),
			public: passed + (isPublic(status) ? count : 0)
		});
	}
	return counts;
}

const parseMeeting = ({ id, code, region, province, date, place }: Selectable<MeetingRow>): Meeting => ({
	id,
	code,
	region,
	province,
	date,
	place
});
