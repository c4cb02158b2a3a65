import { distributeHours } from '../commands/distribute-hours';
import { editField } from '../commands/edit-field';
import { courseHours, type CourseHours } from '../hours/course-hours';
import type { RecordId } from '../kernel/id';
import { seededRandom } from '../kernel/random';
import { findOf, type Project } from '../model/project';
import { changeWords, possible, type WayOut } from './way-out';

/** Ways to make the learning tasks of a course add up to its 基准学时; none when they do. */
export function courseWays(project: Project, courseId: RecordId): readonly WayOut[] {
  const hours = courseHours(project, courseId);
  if (hours === undefined || hours.standard === null || hours.difference === 0) return [];
  if (hours.parts.length === 0) return [];
  return possible(project, [
    ...inProportion(project, courseId, hours),
    ...allToOne(hours),
    ...theStandard(courseId, hours),
  ]);
}

function inProportion(
  project: Project,
  courseId: RecordId,
  { parts, difference }: CourseHours,
): readonly WayOut[] {
  const intent = distributeHours.run(project, { courseId }, { random: seededRandom(0) });
  if (!intent.ok) return [];
  const after = new Map(
    intent.value.change.flatMap(({ id, after: record }) =>
      record?.kind === 'learningTask' && findOf(project, 'learningTask', id) !== undefined
        ? [[id, record.standardHours]]
        : [],
    ),
  );
  const words = parts.flatMap(({ id, hours }, index) =>
    after.has(id) ? [`${taskWord(index)} ${changeWords(hours, after.get(id) ?? null)}`] : [],
  );
  return [
    {
      label: difference > 0 ? '按比例补足' : '按比例减少',
      result: words.join('、'),
      run: (now, context) => distributeHours.run(now, { courseId }, context),
    },
  ];
}

/** What is missing to the last free task, what is too much from the largest. */
function allToOne({ parts, difference }: CourseHours): readonly WayOut[] {
  const free = parts.filter(({ locked }) => !locked);
  const [largest] = free.toSorted((left, right) => (right.hours ?? 0) - (left.hours ?? 0));
  const part = difference > 0 ? free.at(-1) : largest;
  if (part === undefined) return [];
  const value = (part.hours ?? 0) + difference;
  if (value <= 0) return [];
  const word = taskWord(parts.indexOf(part));
  return [
    {
      label: difference > 0 ? `全给 ${word}` : `只减 ${word}`,
      result: `${word} ${changeWords(part.hours, value)}`,
      run: (now, context) =>
        editField.run(now, { id: part.id, field: 'standardHours', value }, context),
    },
  ];
}

function theStandard(id: RecordId, { standard, sum, locked }: CourseHours): readonly WayOut[] {
  if (locked || sum === 0) return [];
  return [
    {
      label: `基准改 ${String(sum)}`,
      result: `基准学时 ${changeWords(standard, sum)}`,
      run: (now, context) =>
        editField.run(now, { id, field: 'standardHours', value: sum }, context),
    },
  ];
}

function taskWord(index: number): string {
  return `T${String(index + 1)}`;
}
