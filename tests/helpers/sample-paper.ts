import { seededRandom } from '@shared/core/kernel/random';
import type { Result } from '@shared/core/kernel/result';
import { findOf, type Project, projectOf } from '@shared/core/model/project';
import type { AnyRecord, RecordOf } from '@shared/core/model/record';
import type { Block, Paper, ParagraphBlock, TableBlock } from '@shared/core/papers/block';
import { buildPaper } from '@shared/core/papers/build-paper';
import { samples } from '@shared/core/samples/index';

export const nationalId = 'course-standard.national';
export const tili2Id = 'course-standard.tili2';
export const layoutIds = [nationalId, tili2Id] as const;

/** The first shipped sample as records, the same at every run. */
export function sampleRecords(): readonly AnyRecord[] {
  return samples[0]?.records(seededRandom(4)) ?? [];
}

/** The first shipped sample and its course. */
export function sampleCourse(): {
  readonly project: Project;
  readonly course: RecordOf<'course'>;
} {
  const project = projectOf(sampleRecords());
  const id = [...project.records.values()].find(({ kind }) => kind === 'course')?.id ?? null;
  const course = findOf(project, 'course', id);
  if (course === undefined) throw new Error('the sample has no course');
  return { project, course };
}

/** The course standard of the sample in a shipped layout. */
export function samplePaper(layoutId: string): Paper {
  const { project, course } = sampleCourse();
  return valueOf(buildPaper(project, { kind: 'courseStandard', layoutId, subjectId: course.id }));
}

export const sampleOrigin = { projectId: 'pj0000000000000000', standingHash: 'a1'.repeat(32) };

export function valueOf<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

export function paragraphsOf(blocks: readonly Block[]): readonly ParagraphBlock[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block];
    return block.type === 'table'
      ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks))
      : [];
  });
}

export function tablesOf(blocks: readonly Block[]): readonly TableBlock[] {
  return blocks.filter((block) => block.type === 'table');
}

export function wordsOf({ number, runs }: ParagraphBlock): string {
  return `${number ?? ''}${runs.map(({ text }) => text).join('')}`;
}
