import { describe, expect, it } from 'vitest';
import { isOwn } from '@shared/core/model/family';
import { fieldsOf } from '@shared/core/model/fields-of';
import { kindNames } from '@shared/core/model/record';
import { findLayout } from '@shared/core/papers/layouts';
import { bindsIn } from '@shared/core/papers/making';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { pathOf } from '@shared/core/paths/path';
import { computedFor } from '@shared/core/paths/computed';
import { terms } from '@shared/core/words/terms';

const teacherMark = 'a mark of the teacher for the work, not of the curriculum';
const lock = 'says how hours or weights are shared out, not what they are';
const parts = 'the sentence is printed whole as its text';
const stamp = 'what a link was judged against';
const ends = 'which two belong together; the papers print the two';
const note = 'notes of colleagues are never printed';
const coverage = 'read by coverage and rules; the matrices that print it come with them';
const glossary = 'its word stands in the place of ours';

/** Fields of the curriculum that no paper prints, and why. A field is on a paper or here. */
const onNoPaper: Readonly<Record<string, string>> = {
  'major.baseCode': 'the papers print the code of each level',
  'major.category': 'only finds the occupations that belong to it',
  'typicalWorkTask.finished': teacherMark,
  'course.finished': teacherMark,
  'learningTask.finished': teacherMark,
  'course.hoursLocked': lock,
  'learningTask.hoursLocked': lock,
  'courseAssessment.processLocked': lock,
  'courseAssessment.finalLocked': lock,
  'taskShare.locked': lock,
  'courseTermHours.locked': lock,
  'course.ownerId': 'who teaches is no matter of a standard',
  'courseObjective.isCore': 'weighs in rules; no form has a place for it',
  'courseObjective.condition': parts,
  'courseObjective.behaviour': parts,
  'courseObjective.standard': parts,
  'assessmentPoint.stageId': 'parts the list on the page; the paper follows the objective',
  'assessmentPoint.stamp': stamp,
  'courseTask.stamp': stamp,
  'objectiveTask.stamp': stamp,
  'objectiveRequirement.stamp': stamp,
  'courseTask.typicalWorkTaskId': ends,
  'objectiveTask.learningTaskId': ends,
  'objectiveRequirement.competenceRequirementId': ends,
  'courseTask.note': note,
  'objectiveTask.note': note,
  'objectiveRequirement.note': note,
  'objectiveTask.strength': coverage,
  'objectiveTask.hours': coverage,
  'objectiveRequirement.strength': coverage,
  'person.post': 'the forms ask for name and unit only',
  'startPoint.weeksPerSemester': 'gives the room of a term in the window',
  'startPoint.hoursPerWeek': 'gives the room of a term in the window',
  'glossaryTerm.termId': glossary,
  'glossaryTerm.label': glossary,
};

/** The paths that a layout names, in its blocks and in the words of its terms. */
function pathsIn(layoutId: string): readonly string[] {
  const layout = findLayout(layoutId);
  const named: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.entries(value).forEach(noted);
  };
  const noted = ([key, value]: [string, unknown]) => {
    if (typeof value === 'string' && ['bind', 'over'].includes(key)) named.push(value);
    else if (typeof value === 'string' && key.endsWith('Term')) {
      named.push(...bindsIn({ ...terms, ...layout?.terms }[value] ?? ''));
    } else walk(value);
  };
  walk(layout);
  return named;
}

/** What stands behind a path: its field, or what it is worked out from. */
function fieldsBehind(text: string): readonly string[] {
  const path = pathOf(text);
  if (path === undefined) return [];
  const refs = path.steps.flatMap((step, index) => {
    const from = index === 0 ? path.root : path.steps[index - 1]?.kind;
    return step.how === 'ref' && from !== undefined ? [`${from}.${step.field}`] : [];
  });
  const { end } = path;
  if (end.type === 'field') return [...refs, `${end.kind}.${end.field}`];
  return end.type === 'computed' ? [...refs, ...end.computed.reads] : refs;
}

const printed = new Set(
  paperKinds
    .flatMap(({ layouts }) => layouts.flatMap(({ id }) => pathsIn(id)))
    .flatMap(fieldsBehind),
);
const written = kindNames
  .filter((kind) => !isOwn(kind))
  .flatMap((kind) => fieldsOf(kind).map(({ path }) => path));

describe('每一栏', () => {
  it('stands on a paper, or in the list of those on no paper with the reason', () => {
    expect(written.filter((path) => !printed.has(path) && !(path in onNoPaper))).toEqual([]);
  });

  it('that is said to be on no paper is on none, and exists', () => {
    expect(Object.keys(onNoPaper).filter((path) => printed.has(path))).toEqual([]);
    expect(Object.keys(onNoPaper).filter((path) => !written.includes(path))).toEqual([]);
  });

  it('that something computed says it reads exists', () => {
    const reads = kindNames.flatMap((kind) =>
      Object.values(computedFor(kind)).flatMap((one) => one.reads),
    );
    expect(reads.filter((path) => !written.includes(path))).toEqual([]);
  });
});
