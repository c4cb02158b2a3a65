// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { samples } from '@shared/core/samples';
import { CourseTablePage } from '@renderer/features/pages/course-table/course-table-page';
import { InStudio, studioWith } from '../../studio-for-pages';

function wholeMajor() {
  const sample = samples.find(({ id }) => id === 'qiche-weixiu');
  if (sample === undefined) throw new Error('The sample of a whole major is missing.');
  const records = sample.records(seededRandom(7));
  const start = records.find(({ kind }) => kind === 'startPoint');
  if (start === undefined) throw new Error('The sample has no start point.');
  return { records, startPointId: start.id };
}

function paste(element: Element, text: string): void {
  fireEvent.paste(element, {
    clipboardData: { getData: (type: string) => (type === 'text/plain' ? text : '') },
  });
}

describe('pasting into a 课程表', { timeout: 30_000 }, () => {
  afterEach(cleanup);

  it('fills the cells from the cursor on, says so, and is one step', () => {
    const { records, startPointId } = wholeMajor();
    const studio = studioWith(records);
    Element.prototype.scrollIntoView = () => undefined;
    render(
      <InStudio studio={studio}>
        <CourseTablePage startPointId={startPointId} />
      </InStudio>,
    );
    const [cell] = screen.getAllByRole<HTMLInputElement>('textbox', { name: /第1学期学时$/u });
    if (cell === undefined) throw new Error('There is no cell.');
    const before = studio.document.getState().project;
    paste(cell, '11\t12\n13\t14');
    expect(cell.value).toBe('11');
    expect(studio.messages.getState().message?.text).toContain('已粘贴 2 门课程的学时');
    studio.document.getState().undo();
    expect(studio.document.getState().project.records.equals(before.records)).toBe(true);
  });

  it('refuses what is no number of hours, and changes nothing', () => {
    const { records, startPointId } = wholeMajor();
    const studio = studioWith(records);
    render(
      <InStudio studio={studio}>
        <CourseTablePage startPointId={startPointId} />
      </InStudio>,
    );
    const [cell] = screen.getAllByRole<HTMLInputElement>('textbox', { name: /第1学期学时$/u });
    if (cell === undefined) throw new Error('There is no cell.');
    const before = studio.document.getState().project;
    paste(cell, '3.3\t12');
    expect(studio.messages.getState().message?.tone).toBe('refusal');
    expect(studio.document.getState().project).toBe(before);
    expect(cell.value).not.toBe('12');
    // The rest of the block on request: the refused cell keeps what it had.
    const { message } = studio.messages.getState();
    expect(message?.text).toContain('“3.3”不是学时');
    expect(message?.action?.label).toBe('粘贴其余各格');
    const kept = cell.value;
    act(() => message?.action?.run());
    expect(studio.messages.getState().message?.text).toContain('已粘贴 1 门课程的学时');
    expect(cell.value).toBe(kept);
  });
});
