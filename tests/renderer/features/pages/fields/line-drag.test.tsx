// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { childrenOf } from '@shared/core/model/project';
import { samples } from '@shared/core/samples';
import { CourseObjectives } from '@renderer/features/pages/course-objectives';
import { InStudio, studioWith } from '../../studio-for-pages';

const rowHeight = 40;

/** Lines lie below each other, as on the page. */
function place(element: Element): DOMRect {
  const line = element.closest('[data-line]');
  const lines = [...document.querySelectorAll('[data-line]')];
  return new DOMRect(0, line === null ? 0 : lines.indexOf(line) * rowHeight, 400, rowHeight);
}

async function settle(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 60)));
}

describe('a line that is dragged by its handle', { timeout: 30_000 }, () => {
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });

  it('takes the place of the one it is let go over', async () => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      return place(this);
    });
    const records = samples[0]?.records(seededRandom(7)) ?? [];
    const course = records.find(({ kind }) => kind === 'course');
    const studio = studioWith(records);
    const order = () =>
      childrenOf(studio.document.getState().project, course?.id ?? '', 'courseObjective').map(
        ({ id }) => id,
      );
    const [first, second, third, ...rest] = order();
    render(
      <InStudio studio={studio}>
        <CourseObjectives courseId={course?.id ?? ''} />
      </InStudio>,
    );
    const handle = screen.getByLabelText('拖动课程目标 3');
    const pointer = { isPrimary: true, button: 0, buttons: 1, clientX: 10 };
    fireEvent.pointerDown(handle, { ...pointer, clientY: 2.5 * rowHeight });
    fireEvent.pointerMove(document, { ...pointer, clientY: 2.5 * rowHeight - 8 });
    await settle();
    expect(handle.closest('[data-line]')?.hasAttribute('data-dragging')).toBe(true);
    fireEvent.pointerMove(document, { ...pointer, clientY: 0.5 * rowHeight });
    await settle();
    fireEvent.pointerUp(document, { ...pointer, clientY: 0.5 * rowHeight });
    await settle();
    expect(order()).toEqual([third, first, second, ...rest]);
  });
});
