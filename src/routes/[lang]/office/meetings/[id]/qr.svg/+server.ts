import { qrOf } from '#lib/server/report/diagnostic/pdf-permalink.ts';
import { formAddress, meetingIn } from '../../meeting.server.ts';
import type { RequestHandler } from './$types';

/** The code of a meeting as a picture to scan. */
export const GET: RequestHandler = async (event) => {
	const { meeting } = await meetingIn(event);
	return new Response(qrOf(formAddress(event.url, meeting)), { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
