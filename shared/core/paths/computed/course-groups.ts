import { pointsAt } from '../../coverage/coverage';
import { childrenOf, onlyChildOf, type Project } from '../../model/project';
import type { KnownRecord, RecordOf } from '../../model/record';
import {
  boundField,
  boundNumber,
  type Bound,
  type BoundGroup,
  type BoundGroups,
  missingList,
  words as fixed,
} from '../bound';
import type { Words } from './computed';
import { assessmentFigures } from './course-figures';

type Content = RecordOf<'learningContent'>;

/** 学习内容 by 工作环节; 通用能力、职业素养、思政素养 are the last item (domain/formats.md §2). */
export function contentsByStage(
  project: Project,
  course: RecordOf<'course'>,
  words: Words,
): BoundGroups {
  const stages = childrenOf(project, course.id, 'courseStage');
  const contents = childrenOf(project, course.id, 'learningContent');
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
export function pointsByTask(project: Project, course: RecordOf<'course'>): BoundGroups {
  const objectives = childrenOf(project, course.id, 'courseObjective');
  const groups = childrenOf(project, course.id, 'learningTask').map((task) => ({
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
export function shares(project: Project, course: RecordOf<'course'>): BoundGroups {
  const assessment = onlyChildOf(project, course.id, 'courseAssessment');
  if (assessment === undefined) return { groups: [], missing: null };
  const { percents } = assessmentFigures(project, assessment.id);
  const written = childrenOf(project, assessment.id, 'taskShare');
  const groups = childrenOf(project, course.id, 'learningTask').flatMap((task) => {
    const share = written.find(
      ({ id, learningTaskId }) => learningTaskId === task.id && percents.has(id),
    );
    if (share === undefined) return [];
    const percent = boundNumber(share, 'percent', percents.get(share.id) ?? null);
    return [{ title: [boundField(task, 'name')], parts: [{ labelTerm: null, items: [percent] }] }];
  });
  return { groups, missing: null };
}

/** The written ones among records whose words stand in `text`. */
function texts(records: readonly KnownRecord[]): readonly Bound[] {
  return records.map((record) => boundField(record, 'text')).filter(({ text }) => text !== '');
}
