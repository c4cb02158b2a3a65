import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, changeOf } from '@shared/core/changes/change';
import { seededRandom } from '@shared/core/kernel/random';
import { childrenOf, type Project, projectOf } from '@shared/core/model/project';
import type { Paper, TableBlock } from '@shared/core/papers/block';
import { buildPaper } from '@shared/core/papers/build-paper';
import { samples } from '@shared/core/samples/index';
import { createPaperMaking } from '@renderer/features/preview/paper-making';
import { withSameParts } from '@renderer/features/preview/same-parts';

const sample = projectOf(samples[0]?.records(seededRandom(3)) ?? []);
const course = [...sample.records.values()].find(({ kind }) => kind === 'course');
const request = {
  kind: 'courseStandard',
  layoutId: 'course-standard.national',
  subjectId: course?.id ?? '',
} as const;

function withObjective(text: string): Project {
  const [before] = childrenOf(sample, course?.id ?? '', 'courseObjective');
  if (before === undefined) throw new Error('no objective');
  return apply(sample, changeOf([{ id: before.id, before, after: { ...before, text } }]));
}

const paperIn = (result: ReturnType<typeof buildPaper>): Paper => {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};
const rowsIn = (paper: Paper) =>
  paper.blocks
    .filter((block): block is TableBlock => block.type === 'table')
    .flatMap(({ rows }) => rows);

describe('the paper of the preview', () => {
  it('is the very same paper while nothing has changed', () => {
    const make = createPaperMaking();
    expect(make(sample, request)).toBe(make(sample, { ...request }));
  });

  it('is made anew after an edit, but only where the edit shows', () => {
    const make = createPaperMaking();
    const before = paperIn(make(sample, request));
    const edited = withObjective('能检查发动机机油');
    const after = paperIn(make(edited, request));
    expect(after).toEqual(paperIn(buildPaper(edited, request)));
    const old = new Set(rowsIn(before));
    expect(rowsIn(after).filter((row) => !old.has(row)).length).toBe(1);
    expect(after.styles).toBe(before.styles);
  });

  it('says so when the course is gone, and comes back with it', () => {
    const make = createPaperMaking();
    expect(make(sample, { ...request, subjectId: 'cs0000000000000000' }).ok).toBe(false);
    expect(make(sample, request).ok).toBe(true);
  });
});

describe('keeping the parts that say the same', () => {
  it('never changes what is said', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
        expect(withSameParts(before, next)).toEqual(next);
      }),
    );
  });

  it('answers the very thing of before when all of it is the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (before) => {
        expect(withSameParts(before, structuredClone(before))).toBe(before);
      }),
    );
  });
});
