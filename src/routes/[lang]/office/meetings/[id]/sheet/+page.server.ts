import { IDEA_HOLDERS, IDEA_STAGES } from '#lib/core/idea/idea.ts';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { MONTHS_KEPT } from '#lib/core/submission/submission.ts';
import { formatPublished } from '#lib/i18n/dates.ts';
import { directionOf } from '#lib/i18n/locales.ts';
import { wordsOf, type Words } from '#lib/i18n/words.ts';
import { meetingIn } from '../../meeting.server.ts';
import type { PageServerLoad } from './$types';

/** The sheet of a meeting in Arabic and French, whatever the page speaks: a village reads both. */
export const load: PageServerLoad = async (event) => {
	const { meeting } = await meetingIn(event);
	const words = await Promise.all([wordsOf('ar'), wordsOf('fr')]);
	return {
		id: meeting.id,
		code: meeting.code,
		place: meeting.place,
		sides: words.map((spoken) => ({
			...sideOf(spoken),
			lang: spoken.language,
			dir: directionOf(spoken.language),
			date: formatPublished(spoken.language, meeting.date)
		}))
	};
};

/** What one language of the sheet says. */
function sideOf({ t }: Words) {
	return {
		title: t('ideas.submit'),
		keep: t('office-ideas.leaf.public'),
		lines: [
			{ label: t('ideas.field.title'), size: 'wide' },
			{ label: t('ideas.field.pitch'), size: 'tall' },
			{ label: t('send.province'), size: 'half' },
			{ label: t('send.commune'), size: 'half' },
			{ label: t('send.chain'), size: 'half' },
			{ label: t('ideas.field.resource'), size: 'half' },
			{ label: t('ideas.field.members'), size: 'half' },
			{ label: t('ideas.field.ownMeans'), size: 'half' }
		],
		boxes: [
			{ label: t('ideas.field.need'), choices: NEED_KINDS.map((kind) => t(`needs.kind.${kind}`)) },
			{ label: t('ideas.field.holder'), choices: IDEA_HOLDERS.map((holder) => t(`ideas.holder.${holder}`)) },
			{ label: t('ideas.field.stage'), choices: IDEA_STAGES.map((stage) => t(`ideas.stage.${stage}`)) }
		],
		contact: [t('send.name'), t('send.phone')],
		contactTitle: t('send.contact'),
		consent: t('send.consent'),
		law: t('send.consent.text', { months: MONTHS_KEPT }),
		signature: t('office-ideas.leaf.signature'),
		stub: t('office-ideas.leaf.stub')
	};
}
