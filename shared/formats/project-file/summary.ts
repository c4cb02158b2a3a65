import * as z from 'zod';
import { type AnyRecord, isKnown, type RecordOf } from '../../core/model/record';
import { childrenOf, type Project } from '../../core/model/project';
import { levelWord } from '../../core/words/wording';

/**
 * What a project says about itself without being opened: for lists of files, for the look at a file
 * of a newer version, for other programs. Derived from the records at every writing, never read back
 * into a project. Members may be added, never changed.
 */
export const summarySchema = z.looseObject({
  title: z.string(),
  school: z.string(),
  /** Records of each kind. */
  counts: z.record(z.string(), z.number().int().min(0)),
  courses: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      /** The word for the level, `中级`. */
      level: z.string(),
      standardHours: z.number().nullable(),
    }),
  ),
});
export type ProjectSummary = z.output<typeof summarySchema>;

/** Reads a stored summary; undefined when it is not one. */
export function parseSummary(value: unknown): ProjectSummary | undefined {
  const parsed = summarySchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Derives the summary of a project. */
export function summaryOf(project: Project): ProjectSummary {
  const majors = childrenOf(project, null, 'major');
  const levels = majors.flatMap(({ id }) => childrenOf(project, id, 'majorLevel'));
  return {
    title: shortened(majors[0]?.name ?? '').trim() || '未命名',
    school: shortened(majors[0]?.school ?? ''),
    counts: countsOf(project.records.values()),
    courses: levels.flatMap((level) => coursesOf(project, level)).slice(0, mostCourses),
  };
}

/** A summary stays small whatever is in the project, so that it can always be written. */
const mostCourses = 1_000;
const longestName = 200;

function shortened(text: string): string {
  return text.length > longestName ? Array.from(text).slice(0, longestName).join('') : text;
}

function coursesOf(project: Project, level: RecordOf<'majorLevel'>): ProjectSummary['courses'] {
  return childrenOf(project, level.id, 'course').map(({ id, name, standardHours }) => ({
    id,
    name: shortened(name),
    level: levelWord(level.level),
    standardHours,
  }));
}

/** How many records of each kind; kinds of a newer version under their own name. */
export function countsOf(records: Iterable<AnyRecord>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const record of records) {
    const kind = isKnown(record) ? record.kind : record.kind.slice(1);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}
