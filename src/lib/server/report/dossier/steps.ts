import type { LegalItem } from '#lib/core/support/legal-route.ts';
import type { TrainingItem } from '#lib/core/support/training-path.ts';
import type { Text } from '#lib/core/text/text.ts';
import { heading, type Block, type Section, type Task } from './blocks.ts';
import { modulesToName } from './options.ts';
import type { Telling } from './telling.ts';

/** What to learn and what the law asks, as lists to tick off. */
export function stepsSection(telling: Telling): Section {
	const { dossier, words } = telling;
	const { t } = words;
	const training = dossier.training.map((item) => trainingTask(telling, item));
	const steps = dossier.steps.map((item) => legalTask(telling, item));
	const list = (title: string, tasks: readonly Task[], note = ''): Block[] =>
		tasks.length === 0 ? [] : [heading(title, note), { kind: 'tasks', tasks }];
	return {
		title: t('dossier.section.steps'),
		blocks: [
			{
				kind: 'columns',
				shares: [1, 1.12],
				columns: [list(t('dossier.training'), training), list(t('dossier.steps'), steps, t('dossier.steps.note'))]
			}
		]
	};
}

function trainingTask({ words, refs }: Telling, item: TrainingItem): Task {
	const { t, of, list } = words;
	const { step, skills, when } = item;
	const details = modulesToName(item).map(({ id, programme, module, duration }) => {
		const parts = [of(programme), of(module), ...(duration === null ? [] : [of(duration)])];
		return { text: [...new Set(parts)].join(' · '), refs: refs([id]) };
	});
	const stage = step === null ? [] : [step.id, t(`support.stage.${step.stage}`)];
	return {
		isDone: false,
		label: [...stage, ...(when === 'now' ? [] : [t(`support.when.${when}`)])].join(' · '),
		text: step === null ? list(skills.map(({ name }) => of(name))) : of(step.name),
		details: when === 'now' && item.modules.length === 0 ? [{ text: t('dossier.training.none') }] : details
	};
}

function legalTask({ words, refs }: Telling, { step, state }: LegalItem): Task {
	const { t, of } = words;
	const detail = (key: 'dossier.step.where' | 'dossier.step.documents' | 'dossier.step.delay', said: Text | null): string[] =>
		said === null ? [] : [t(key, { text: of(said) })];
	const details = [
		t('dossier.step.who', { text: of(step.who) }),
		...detail('dossier.step.where', step.where),
		...detail('dossier.step.documents', step.documents),
		...detail('dossier.step.delay', step.delay),
		...(step.status === 'sourced' ? [] : [t(`support.step.status.${step.status}`)])
	];
	return {
		isDone: state === 'done',
		label: t(`dossier.phase.${step.phase}`),
		text: of(step.action),
		refs: refs([step.id]),
		// What is done needs no more help.
		details: state === 'done' ? [] : [{ text: details.join(' · ') }]
	};
}
