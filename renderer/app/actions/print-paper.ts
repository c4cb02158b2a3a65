import { buildPaper } from '@shared/core/papers/build-paper';
import { makeSheet } from '../../features/preview/make-sheet';
import type { Studio } from '../../state/studio';
import { paperOfPage, previewShown } from '../shown-paper';

/** Prints the paper of the preview, as it stands now; pages across are turned to lie on the printer's paper. */
export async function printPaper(studio: Studio): Promise<void> {
  const { pending, view, messages } = studio;
  pending.commitAll();
  view.getState().setSideTab('preview');
  const text = await printed(studio);
  if (text !== '') messages.getState().say({ tone: 'refusal', text, at: null, action: null });
}

/** What to tell; '' when it was printed or the teacher called it off. */
async function printed({ document, view, settings, platform }: Studio): Promise<string> {
  const { project } = document.getState();
  const state = view.getState();
  const request = paperOfPage(project, state.page, previewShown(project, state));
  if (request === undefined) return '这里还没有可打印的文件，先加一门课程。';
  const paper = buildPaper(project, request);
  if (!paper.ok) return paper.failure.message;
  const { fonts } = settings.getState().settings;
  const reply = await platform['print:sheet'](makeSheet(paper.value, { fonts, turned: true }));
  return reply.ok ? reply.value.message : reply.failure.message;
}
