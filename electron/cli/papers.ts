import type { Head } from '@shared/core/changes/lineage';
import type { RecordId } from '@shared/core/kernel/id';
import type { Project } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { buildPaper } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { subjectsOf } from '@shared/core/papers/subjects';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { chosenCourses, coursesOf } from './courses';
import { badInput, checkGoingOn } from './outcome';
import type { World } from './verb';

/** Courses with a standard of their own: a course of another kind has one only when it is asked for by name. */
export function coursesWithPaper(
  project: Project,
  choice: Parameters<typeof chosenCourses>[1],
): readonly RecordOf<'course'>[] {
  const chosen = chosenCourses(project, choice);
  const integrated = chosen.filter(({ courseKind }) => courseKind === 'integrated');
  return choice.course === undefined && integrated.length > 0 ? integrated : chosen;
}

/** Two courses may have one name; Windows and macOS do not tell case apart. */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = `${wanted}.docx`;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
    name = `${wanted}（${String(count)}）.docx`;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** A paper of a project in its usual layout. */
export interface UsualPaper {
  readonly name: string;
  readonly paper: string;
  readonly layout: string;
  readonly subjectId: RecordId;
  readonly content: Uint8Array;
}

/** Every paper of a project in its usual layout, as a 存档版本 keeps them. */
export async function allPapersOf(
  project: Project,
  {
    projectId,
    head,
    baselineId,
  }: { readonly projectId: string; readonly head: Head; readonly baselineId: string },
  world: Pick<World, 'isStopped'>,
): Promise<readonly UsualPaper[]> {
  const none = { level: undefined, course: undefined };
  const courses = coursesOf(project).length === 0 ? [] : coursesWithPaper(project, none);
  const wanted = [
    ...paperKinds
      .filter(({ subject }) => subject !== 'course')
      .flatMap((kind) => subjectsOf(project, kind.subject).map(({ id }) => ({ kind, id }))),
    ...courses.flatMap(({ id }) =>
      paperKinds.filter(({ subject }) => subject === 'course').map((kind) => ({ kind, id })),
    ),
  ];
  const taken = new Set<string>();
  const papers: UsualPaper[] = [];
  for (const { kind, id: subjectId } of wanted) {
    checkGoingOn(world);
    const layout = kind.layouts[0]?.id ?? '';
    const built = buildPaper(project, { kind: kind.id, layoutId: layout, subjectId });
    if (!built.ok) throw badInput(built.failure.message);
    const origin = { projectId, standingHash: head.changeHash, baselineId };
    const content = await writeDocx(built.value, origin);
    const name = freeName(built.value.fileName, taken);
    papers.push({ name, paper: kind.id, layout, subjectId, content });
  }
  return papers;
}
