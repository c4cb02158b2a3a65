import type { RecordId } from '@shared/core/kernel/id';
import type { Place } from '@shared/core/model/place';
import {
  allChildrenOf,
  childrenOf,
  closest,
  find,
  type Project,
  referrersOf,
} from '@shared/core/model/project';
import { isKnown, type Kind, type KnownRecord } from '@shared/core/model/record';
import type { PaperRequest } from '@shared/core/papers/build-paper';
import { type PaperKind, paperKinds } from '@shared/core/papers/paper-kinds';
import { subjectsOf } from '@shared/core/papers/subjects';
import { pagePlace } from '../state/page-owner';
import { pageEntryOf, firstText, writtenOn } from '../state/pages/registry';
import type { Page, ViewState } from '../state/view-store';

/** A paper that can be previewed. */
interface PreviewChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: PaperKind;
  readonly layoutId: string;
  readonly isExcerpt: boolean;
}

/** The papers that can be previewed; the whole 专业课程标准 also without its hundreds of pages of courses. */
export const previewChoices: readonly PreviewChoice[] = paperKinds.flatMap((kind) => {
  const isMajor = kind.subject === 'major';
  const whole = kind.layouts.map(({ id, title }) => {
    const name = isMajor ? `${kind.title} · ${title}` : title;
    return { id, name, kind, layoutId: id, isExcerpt: false };
  });
  const [usual] = whole;
  if (kind.id !== 'majorStandard' || usual === undefined) return whole;
  const name = `${kind.title} · 节选（不含课程表和各门课程）`;
  return [{ ...usual, id: `${usual.id} excerpt`, name, isExcerpt: true }, ...whole];
});

/** The paper a page is written for. */
export function usualPreview(project: Project, page: Page): string {
  const place = page.kind === 'record' ? pagePlace(project, page) : undefined;
  const entry = place && pageEntryOf(find(project, place.id)?.kind ?? '', place.part);
  if (place === undefined || entry === undefined) return firstOf('courseStandard');
  const { paper, paperBefore = paper } = entry;
  return firstOf(courseFor(project, place.id) === undefined ? paperBefore : paper);
}

function firstOf(id: PaperKind['id']): string {
  return previewChoices.find(({ kind }) => kind.id === id)?.id ?? '';
}

/** The choice that is previewed on a page: what was chosen for such pages, else what they are written for. */
export function previewShown(
  project: Project,
  { page, previewChoices: chosen }: Pick<ViewState, 'page' | 'previewChoices'>,
): string {
  const usual = usualPreview(project, page);
  return chosen[usual] ?? usual;
}

/** The paper of a page as it is chosen; undefined where there is no course for it yet. */
export function paperOfPage(
  project: Project,
  page: Page,
  choiceId: string,
): PaperRequest | undefined {
  const choice = previewChoices.find(({ id }) => id === choiceId);
  if (choice === undefined) return undefined;
  const { kind, layoutId, isExcerpt } = choice;
  const shown = page.kind === 'record' ? page.id : null;
  const subjectId =
    kind.subject === 'course'
      ? courseFor(project, shown)
      : subjectNear(project, shown, kind.subject);
  return subjectId === undefined ? undefined : { kind: kind.id, layoutId, subjectId, isExcerpt };
}

/** Where in a paper about the major a page begins; null = where the paper does. */
export function placeOfPage(project: Project, page: Page): Place | null {
  const place = page.kind === 'record' ? pagePlace(project, page) : undefined;
  if (place === undefined) return null;
  const { id: record, part } = place;
  const entry = pageEntryOf(find(project, record)?.kind ?? '', part);
  if (entry?.begins === 'record') return { record };
  if (entry?.begins !== 'form') return null;
  const field = firstText(entry);
  if (field !== undefined) return { record, field };
  const { kinds } = writtenOn(entry);
  const first = allChildrenOf(project, record).find(
    (child) => isKnown(child) && kinds.includes(child.kind),
  );
  return first === undefined ? null : { record: first.id };
}

/** The course of a page: its own, that of its 典型工作任务, or the first of the level. */
function courseFor(project: Project, id: RecordId | null): RecordId | undefined {
  if (id === null) return undefined;
  const own = closest(project, id, 'course');
  if (own !== undefined) return own.id;
  const task = closest(project, id, 'typicalWorkTask');
  if (task !== undefined) {
    const [link] = referrersOf(project, task.id, 'courseTask');
    return link?.parentId ?? undefined;
  }
  const level = closest(project, id, 'majorLevel');
  const levels = level ? [level] : childrenOf(project, id, 'majorLevel');
  return levels.flatMap((one) => childrenOf(project, one.id, 'course'))[0]?.id;
}

/** What a paper is about on a page: what stands above it; on the other pages the first there is. */
function subjectNear(project: Project, id: RecordId | null, kind: Kind): RecordId | undefined {
  const own: KnownRecord | undefined = id === null ? undefined : closest(project, id, kind);
  return (own ?? subjectsOf(project, kind)[0])?.id;
}
