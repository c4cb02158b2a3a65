// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import { buildPaper } from '@shared/core/papers/build-paper';
import { samples } from '@shared/core/samples/index';
import { linesOf, WholePaper } from '@renderer/features/preview/paper-page';

afterEach(cleanup);

const sample = projectOf(samples[0]?.records(seededRandom(3)) ?? []);
const course = [...sample.records.values()].find(({ kind }) => kind === 'course');
const built = buildPaper(sample, {
  kind: 'courseStandard',
  layoutId: 'course-standard.national',
  subjectId: course?.id ?? '',
});

describe('the piece that is measured', () => {
  it('is drawn a part of its lines at a time: always its beginning, and all of it in the end', () => {
    if (!built.ok) throw new Error(built.failure.message);
    const paper = built.value;
    const textOf = (lines?: number) => {
      const { container, unmount } = render(
        <WholePaper paper={paper} {...(lines !== undefined && { lines })} />,
      );
      const drawn = {
        blocks: container.childElementCount,
        rows: container.querySelectorAll('tr').length,
        text: container.textContent,
      };
      unmount();
      return drawn;
    };
    const all = paper.blocks.reduce((sum, block) => sum + linesOf(block), 0);
    const whole = textOf();
    expect(whole.rows).toBeGreaterThan(20);
    for (let lines = 0; lines < all; lines += 7) {
      const drawn = textOf(lines);
      expect(whole.text.startsWith(drawn.text)).toBe(true);
      expect(drawn.rows).toBeLessThanOrEqual(lines);
    }
    expect(textOf(all)).toEqual(whole);
  });
});
