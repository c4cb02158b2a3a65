import type { Refusal } from '../words/refusal';
import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import { placeKey } from '../model/place';
import { childrenOf, findOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';
import type { UnfinishedPlace } from '../paths/bound';
import type { Paper, Run } from './block';
import { excerptOf } from './excerpt';
import { paperFileName } from './file-name';
import type { Layout } from './layout';
import { layoutBlocks } from './layout-blocks';
import { findLayout } from './layouts';
import { type Making, sentenceRuns } from './making';
import { type PaperKindId, subjectOf } from './paper-kinds';
import { terms } from '../words/terms';
import { termsOf } from './terms-of';

/** Which paper is wanted: of what kind, in which layout, about which course or the whole major. */
export interface PaperRequest {
  readonly kind: PaperKindId;
  readonly layoutId: string;
  /** Null for a paper about the whole major. */
  readonly courseId: RecordId | null;
  /** Without what has papers of its own (`excerpt.ts`): to look at while writing about the major. */
  readonly isExcerpt?: boolean;
}

/** Makes a paper from the model. Refuses when the layout is unknown or the course is gone. */
export function buildPaper(project: Project, request: PaperRequest): Result<Paper, Refusal> {
  const layout = findLayout(request.layoutId);
  if (layout?.paper !== request.kind) {
    return fail({ reason: 'unknown-layout', message: `没有名为“${request.layoutId}”的版式。` });
  }
  if (subjectOf(request.kind) === 'major') {
    if (request.isExcerpt !== true) return ok(paperOf(project, null, layout));
    return ok({ ...paperOf(project, null, excerptOf(layout)), isExcerpt: true });
  }
  const course = findOf(project, 'course', request.courseId);
  if (course === undefined) {
    return fail({ reason: 'no-course', message: '这门课程已不在项目里，无法出文件。' });
  }
  return ok(paperOf(project, course, layout));
}

/** The paper of a course, or of the major, in a layout that need not be one of the shipped ones. */
export function paperOf(
  project: Project,
  course: RecordOf<'course'> | null,
  layout: Layout,
): Paper {
  const places = new Map<string, UnfinishedPlace>();
  const [major] = childrenOf(project, null, 'major');
  const making: Making = {
    project,
    record: course ?? major,
    page: layout.page,
    layout,
    terms: termsOf(project, terms),
    note(place) {
      if (place !== null) places.set(placeKey(place), place);
    },
  };
  const blocks = layoutBlocks(making);
  const unfinished = [...places.values()];
  const titleRuns = sentenceRuns(making, layout.titleTerm);
  const { fileNote: note, title: fallback } = layout;
  return {
    kind: layout.paper,
    layoutId: layout.id,
    title: plainText(titleRuns),
    fileName: paperFileName(titleRuns, { note, fallback }),
    subjectId: course?.id ?? null,
    page: layout.titlePage ? { ...layout.page, header: '', footer: '' } : layout.page,
    styles: layout.styles,
    blocks,
    unfinished,
  };
}

function plainText(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}
