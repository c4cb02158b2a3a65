import { pointsAt } from '../coverage/coverage';
import type { RecordOf } from '../model/record';
import { boundField, boundNumber, type Bound, type BoundGroup, missingList } from './bound';
import type { UnfinishedPlace } from './block';
import type { CourseContext } from './course-context';
import { texts } from './list-binds';

/** What a group bind gives: the groups, and the place to name when there are none. */
export interface BoundGroups {
  readonly groups: readonly BoundGroup[];
  readonly missing: UnfinishedPlace | null;
}
type GroupBind = (context: CourseContext, words: (term: string) => string) => BoundGroups;

/** Every grouped list a layout may name. */
export const groupBinds: ReadonlyMap<string, GroupBind> = new Map<string, GroupBind>([
  ['course.contentsByStage', contentsByStage],
  ['assessment.pointsByTask', pointsByTask],
  ['assessment.shares', shares],
]);

type Content = RecordOf<'learningContent'>;

/** 学习内容 by 工作环节; 通用能力、职业素养、思政素养 are the last item (domain/formats.md §2). */
function contentsByStage(
  { course, contents, stages }: CourseContext,
  words: (term: string) => string,
): BoundGroups {
  const ofWork = contents.filter(({ contentKind }) => isWork(contentKind));
  const known = new Set(stages.map(({ id }) => id));
  const groups: readonly BoundGroup[] = [
    ...stages.map((stage) => ({
      title: [boundField(stage, 'name')],
      parts: parts(
        ofWork.filter(({ stageId }) => stageId === stage.id),
        ['practical', 'theoretical'],
      ),
    })),
    {
      title: [fixed(words('contents.otherStages'))],
      parts: parts(
        ofWork.filter(({ stageId }) => stageId === null || !known.has(stageId)),
        ['practical', 'theoretical'],
      ),
    },
    {
      title: [fixed(words('contents.acrossStages'))],
      parts: [...parts(contents, acrossStages), ...others(contents)],
    },
  ].filter((group) => group.parts.length > 0);
  return {
    groups,
    missing: groups.length > 0 ? null : missingList(course.id, 'learningContent'),
  };
}

const acrossStages = ['general', 'quality', 'ideological'] as const;

/** Contents of a kind that only a newer version knows: printed all the same, without a word before them. */
function others(contents: readonly Content[]): BoundGroup['parts'] {
  const left = contents.filter(
    ({ contentKind }) => !isWork(contentKind) && !acrossStages.some((kind) => kind === contentKind),
  );
  return left.length === 0 ? [] : [{ labelTerm: null, items: texts(left) }];
}

function isWork(kind: Content['contentKind']): boolean {
  return kind === 'practical' || kind === 'theoretical';
}

function parts(
  contents: readonly Content[],
  kinds: readonly Content['contentKind'][],
): BoundGroup['parts'] {
  return kinds
    .map((kind) => ({
      labelTerm: `contents.${kind}`,
      items: texts(contents.filter(({ contentKind }) => contentKind === kind)),
    }))
    .filter(({ items }) => items.length > 0);
}

/** 考核要点 of each learning task, in the order of the objectives. */
function pointsByTask({ project, objectives, learningTasks }: CourseContext): BoundGroups {
  const groups = learningTasks.map((task) => ({
    title: [boundField(task, 'name')],
    parts: [
      {
        labelTerm: null,
        items: texts(objectives.flatMap(({ id }) => pointsAt(project, id, task.id))),
      },
    ],
  }));
  return {
    groups: groups.filter(({ parts: [part] }) => (part?.items.length ?? 0) > 0),
    missing: null,
  };
}

/** The share of each learning task in the process assessment: one line for each task. */
function shares({ learningTasks, figures }: CourseContext): BoundGroups {
  const groups = learningTasks.flatMap((task) => {
    const found = figures.shares.find(({ share }) => share.learningTaskId === task.id);
    if (found === undefined) return [];
    const percent = boundNumber(found.share, 'percent', found.percent);
    return [{ title: [boundField(task, 'name')], parts: [{ labelTerm: null, items: [percent] }] }];
  });
  return { groups, missing: null };
}

function fixed(text: string): Bound {
  return { text, source: null };
}
