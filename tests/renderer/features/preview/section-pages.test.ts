import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import { buildPaper } from '@shared/core/papers/build-paper';
import { samples } from '@shared/core/samples';
import { sectionRanges } from '@renderer/features/preview/section-pages';

describe('a paper of several sections in the preview', () => {
  it('has every block on the pages of exactly one section', () => {
    const records = samples
      .find(({ id }) => id === 'hulianwang-yingxiao')
      ?.records(seededRandom(4));
    const layoutId = 'major-standard.national';
    const request = { kind: 'majorStandard', layoutId, subjectId: null } as const;
    const paper = buildPaper(projectOf(records ?? []), request);
    if (!paper.ok) throw new Error('no paper');
    const { blocks } = paper.value;
    const ranges = sectionRanges(paper.value);
    expect(ranges.length).toBeGreaterThan(2);
    const covered = ranges.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, index) => from + index),
    );
    const content = blocks.flatMap(({ type }, index) => (type === 'section' ? [] : [index]));
    expect(covered).toEqual(content);
  });
});
