import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, closest, type Project, referrersOf } from '@shared/core/model/project';
import type { PaperRequest } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import type { Page } from '../state/view-store';

/** The papers that can be previewed, by layout. */
export const previewChoices = paperKinds.flatMap((kind) =>
  kind.layouts.map(({ id, title }) => {
    const isMajor = kind.subject === 'major';
    return { kind, layoutId: id, name: isMajor ? `${kind.title} · ${title}` : title };
  }),
);
/** The course at hand is shown first. */
const usual = previewChoices.find(({ kind }) => kind.subject === 'course')?.layoutId ?? '';

/** The layout that is previewed: the one chosen, else the usual one. */
export function layoutShown(chosen: string | null): string {
  return chosen ?? usual;
}

/** The paper that belongs to a page in a layout; undefined where there is no course for it yet. */
export function paperOfPage(
  project: Project,
  page: Page,
  layoutId: string,
): PaperRequest | undefined {
  const choice = previewChoices.find((one) => one.layoutId === layoutId);
  if (choice === undefined) return undefined;
  const { kind } = choice;
  if (kind.subject === 'major') return { kind: kind.id, layoutId, courseId: null };
  const courseId = courseFor(project, page.kind === 'record' ? page.id : null);
  return courseId === undefined ? undefined : { kind: kind.id, layoutId, courseId };
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
