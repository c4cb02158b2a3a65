// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { starterRecords } from '@shared/core/model/starter';
import { isPossible } from '@renderer/app/actions/action';
import { actions } from '@renderer/app/actions/index';
import { useShortcuts } from '@renderer/app/use-shortcuts';
import { type Studio, StudioContext } from '@renderer/state/studio';
import { testStudio } from '../../helpers/studio';

function Window() {
  useShortcuts();
  return (
    <>
      <textarea aria-label="描述" data-written-in="" />
      <input aria-label="筛选" />
    </>
  );
}

async function shown() {
  const { studio } = testStudio();
  await studio.opener.create('汽车维修', starterRecords('汽车维修', studio.random));
  const view = render(
    <StudioContext value={studio}>
      <Window />
    </StudioContext>,
  );
  return { studio, field: view.getByLabelText('描述'), filter: view.getByLabelText('筛选') };
}

const overlay = ({ view }: Studio) => view.getState().overlay?.kind;
const paletteKey = { key: 'k', ctrlKey: true };

afterEach(cleanup);

describe('the keys of the window', () => {
  it('open the palette from inside a field', async () => {
    const { studio, field } = await shown();
    fireEvent.keyDown(field, paletteKey);
    expect(overlay(studio)).toBe('palette');
  });

  it('are deaf while pinyin is composed, and at the key press that ends it', async () => {
    const { studio, field } = await shown();
    fireEvent.keyDown(field, { ...paletteKey, isComposing: true });
    fireEvent.keyDown(field, { ...paletteKey, keyCode: 229 });
    fireEvent.compositionStart(field);
    fireEvent.keyDown(field, paletteKey);
    fireEvent.compositionEnd(field);
    fireEvent.keyDown(field, paletteKey);
    expect(overlay(studio)).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 5));
    fireEvent.keyDown(field, paletteKey);
    expect(overlay(studio)).toBe('palette');
  });

  it('leave a field that is not the document to itself, with an undo that ends there', async () => {
    const { studio, field, filter } = await shown();
    const title = () => studio.document.getState().history.past.size;
    const steps = title();
    const write = (text: string) => {
      fireEvent(filter, new InputEvent('beforeinput', { bubbles: true }));
      fireEvent.input(filter, { target: { value: text } });
    };
    write('汽');
    write('汽修');
    const undone = () => fireEvent.keyDown(filter, { key: 'z', ctrlKey: true });
    expect(undone(), 'Chromium takes nothing back').toBe(false);
    expect((filter as HTMLInputElement).value).toBe('');
    undone();
    expect(title(), 'and behind its first step nothing happens').toBe(steps);
    fireEvent.keyDown(filter, { key: 'y', ctrlKey: true });
    expect((filter as HTMLInputElement).value).toBe('汽修');
    fireEvent.keyDown(filter, { key: 'Enter', altKey: true });
    expect(studio.messages.getState().message, 'nor is a finding mended from there').toBeNull();
    fireEvent.keyDown(field, { key: 'Enter', altKey: true });
    expect(studio.messages.getState().message?.text).toBe('这里没有现成的改法。');
  });

  it('that change the document are all known as such', async () => {
    const { studio } = await shown();
    const possible = () =>
      actions.flatMap((action) => (action.keys && isPossible(action, studio) ? [action.id] : []));
    const before = possible();
    studio.document.setState({ readOnly: true });
    const after = possible();
    // 替换 only opens the panel.
    const editing = before.filter((id) => id !== 'replace' && !after.includes(id));
    const known = actions.filter(({ edits }) => edits === true).map(({ id }) => id);
    expect(known.toSorted()).toEqual(editing.toSorted());
  });
});
