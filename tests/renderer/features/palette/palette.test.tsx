// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Palette } from '@renderer/features/palette/palette';
import type { PaletteEntry } from '@renderer/features/palette/palette-entries';

beforeAll(() => {
  // jsdom has no layout and nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

describe('the palette', () => {
  it('has the cursor in its field in the frame that shows it, and takes what is typed from then on', async () => {
    const done: string[] = [];
    const entry = (title: string): PaletteEntry => ({
      ...{ id: title, group: '做什么', title, note: '', keys: '', words: '' },
      run: () => done.push(title),
    });
    render(<Palette entries={[entry('导出文件'), entry('打印')]} onClose={() => undefined} />);
    const field = screen.getByRole('combobox', { name: '查命令、课程、任务' });
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('打印{Enter}');
    expect(done).toEqual(['打印']);
  });
});
