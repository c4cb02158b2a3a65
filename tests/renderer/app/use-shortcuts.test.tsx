// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { starterRecords } from '@shared/core/model/starter';
import { useShortcuts } from '@renderer/app/use-shortcuts';
import { type Studio, StudioContext } from '@renderer/state/studio';
import { testStudio } from '../../helpers/studio';

function Window() {
  useShortcuts();
  return (
    <>
      <textarea aria-label="描述" />
      <input aria-label="筛选" data-native-undo="" />
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

  it('leave undo to a field that has its own', async () => {
    const { field, filter } = await shown();
    const before = fireEvent.keyDown(filter, { key: 'z', ctrlKey: true });
    expect(before, 'not taken from the field').toBe(true);
    expect(fireEvent.keyDown(field, { key: 'z', ctrlKey: true })).toBe(false);
  });
});
