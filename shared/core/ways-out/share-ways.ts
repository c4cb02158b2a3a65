import { distributeShares } from '../commands/distribute-shares';
import { editField } from '../commands/edit-field';
import { assessmentShares, type AssessmentShares } from '../hours/assessment-weights';
import { restOfHundred, sumOfPercents } from '../hours/percent';
import type { RecordId } from '../kernel/id';
import { seededRandom } from '../kernel/random';
import type { Project } from '../model/project';
import { changeWords, possible, type WayOut } from './way-out';

/** Ways to make the shares of the learning tasks 100 %; none when they are. */
export function shareWays(project: Project, assessmentId: RecordId): readonly WayOut[] {
  const shares = assessmentShares(project, assessmentId);
  if (shares.parts.length === 0 || shares.sum === 100) return [];
  return possible(project, [...together(project, assessmentId, shares), ...allToOne(shares)]);
}

function together(
  project: Project,
  assessmentId: RecordId,
  { parts, sum }: AssessmentShares,
): readonly WayOut[] {
  const intent = distributeShares.run(project, { assessmentId }, { random: seededRandom(0) });
  if (!intent.ok) return [];
  const after = new Map(
    intent.value.change.flatMap(({ id, after: record }) =>
      record?.kind === 'taskShare' ? [[id, record.percent]] : [],
    ),
  );
  const words = parts.flatMap(({ id, percent }, index) =>
    after.has(id) ? [`T${String(index + 1)} ${changeWords(percent, after.get(id) ?? null)}`] : [],
  );
  return [
    {
      label: sum < 100 ? '按比例补足' : '按比例减少',
      result: words.join('、'),
      run: (now, context) => distributeShares.run(now, { assessmentId }, context),
    },
  ];
}

function allToOne({ parts, sum }: AssessmentShares): readonly WayOut[] {
  const free = parts.filter(({ locked }) => !locked);
  const [largest] = free.toSorted((left, right) => right.percent - left.percent);
  const part = sum < 100 ? free.at(-1) : largest;
  if (part === undefined) return [];
  const value = sumOfPercents([part.percent, restOfHundred(sum)]);
  if (value < 0) return [];
  const word = `T${String(parts.indexOf(part) + 1)}`;
  return [
    {
      label: sum < 100 ? `全给 ${word}` : `只减 ${word}`,
      result: `${word} ${changeWords(part.percent, value)}`,
      run: (now, context) => editField.run(now, { id: part.id, field: 'percent', value }, context),
    },
  ];
}
