import type { Refusal } from '../words/refusal';
import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import { placeKey } from '../model/place';
import { findOf, type Project } from '../model/project';
import { kindSpec, type KnownRecord } from '../model/record';
import type { UnfinishedPlace } from '../paths/bound';
import type { Paper, Run } from './block';
import { excerptOf } from './excerpt';
import { paperFileName } from './file-name';
import type { Layout } from './layout';
import { layoutBlocks } from './layout-blocks';
import { findLayout } from './layouts';
import { type Making, sentenceRuns } from './making';
import { type PaperKindId, subjectOf } from './paper-kinds';
import { subjectsOf } from './subjects';
import { terms } from '../words/terms';
import { termsOf } from './terms-of';

/** Which paper is wanted: of what kind, in which layout, about which record. */
export interface PaperRequest {
  readonly kind: PaperKindId;
  readonly layoutId: string;
  /** The record it is about, of the kind that its kind of paper is about; null = the major, as older files say it. */
  readonly subjectId: RecordId | null;
  /** Without what has papers of its own (`excerpt.ts`): to look at while writing about the major. */
  readonly isExcerpt?: boolean;
}

/** Makes a paper from the model. Refuses when the layout is unknown or what it is about is gone. */
export function buildPaper(project: Project, request: PaperRequest): Result<Paper, Refusal> {
  const layout = findLayout(request.layoutId);
  if (layout?.paper !== request.kind) {
    return fail({ reason: 'unknown-layout', message: `没有名为“${request.layoutId}”的版式。` });
  }
  const kind = subjectOf(request.kind);
  const { subjectId } = request;
  const [major] = subjectId === null && kind === 'major' ? subjectsOf(project, kind) : [];
  const subject: KnownRecord | undefined = major ?? findOf(project, kind, subjectId);
  if (subject === undefined) {
    const message = `要写的${kindSpec(kind).label}已不在项目里，无法出文件。`;
    return fail({ reason: 'no-subject', message });
  }
  if (request.isExcerpt !== true) return ok(paperOf(project, subject, layout));
  return ok({ ...paperOf(project, subject, excerptOf(layout)), isExcerpt: true });
}

/** The paper about a record in a layout that need not be one of the shipped ones. */
export function paperOf(project: Project, subject: KnownRecord, layout: Layout): Paper {
  const places = new Map<string, UnfinishedPlace>();
  const making: Making = {
    project,
    record: subject,
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
    subjectId: subject.id,
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
