// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft } from '@renderer/state/writing/text-draft';
import { useTextDraft } from '@renderer/state/writing/use-text-draft';
import { InStudio, studioWith } from '../../features/studio-for-pages';

const studio = studioWith([]);

function Field(props: { readonly value: string; readonly onCommit: (text: string) => boolean }) {
  const { value, onCommit } = props;
  const draft = useTextDraft<HTMLTextAreaElement>({ value, onCommit: (text) => onCommit(text) });
  return <textarea ref={draft.attach} aria-label="课程目标 1" {...draft.handlers} />;
}

function show(onCommit: (text: string) => boolean, value = '能读单') {
  const tree = (shown: string) => (
    <InStudio studio={studio}>
      <Field value={shown} onCommit={onCommit} />
    </InStudio>
  );
  const { rerender, unmount } = render(tree(value));
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '课程目标 1' });
  return {
    box,
    unmount,
    change: (next: string) => {
      rerender(tree(next));
    },
    type: (text: string) => {
      fireEvent.input(box, { target: { value: text } });
    },
  };
}

function Hours(props: { readonly value: string; readonly onTaken: (text: string) => void }) {
  const draft = useTextDraft<HTMLInputElement>({
    value: props.value,
    isValue: true,
    onCommit: (text) => {
      const isNumber = /^\d+$/.test(text);
      if (isNumber) props.onTaken(text);
      return isNumber;
    },
  });
  return (
    <input
      ref={draft.attach}
      aria-label="基准学时"
      {...draft.handlers}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.restore();
      }}
    />
  );
}

/** A field of a number; `taken` is what the project was given, oldest first. */
function showNumber(value: string) {
  const taken: string[] = [];
  const tree = (shown: string) => (
    <InStudio studio={studio}>
      <Hours value={shown} onTaken={(text) => taken.push(text)} />
    </InStudio>
  );
  const { rerender } = render(tree(value));
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: '基准学时' });
  return {
    box,
    taken,
    change: (next: string) => {
      rerender(tree(next));
    },
    type: (text: string) => {
      fireEvent.input(box, { target: { value: text } });
    },
  };
}

const rest = (milliseconds: number) => {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('text while it is being written', () => {
  it('is committed once, when typing has rested for 300 ms', () => {
    const commit = vi.fn(() => true);
    const { type } = show(commit);
    type('能读单，');
    rest(200);
    type('能读单，能报价');
    rest(299);
    expect(commit).not.toHaveBeenCalled();
    rest(1);
    expect(commit).toHaveBeenCalledExactlyOnceWith('能读单，能报价');
  });

  it('is committed while it is typed without a pause, soon enough to be on the disk within a second', () => {
    const commit = vi.fn<(text: string) => boolean>(() => true);
    const { type, box } = show(commit);
    const first = performance.now();
    for (let count = 1; commit.mock.calls.length === 0; count += 1) {
      type(`能读单${'，'.repeat(count)}`);
      rest(100);
    }
    expect(performance.now() - first).toBeLessThan(1_000);
    expect(box.value, 'and goes on being written').toMatch(/^能读单，+$/);
    expect(studio.pending.store.getState().writing).toBe(true);
    rest(300);
    expect(studio.pending.store.getState().writing).toBe(false);
  });

  it('is committed at once when the field is left, when undo asks for it and when it goes away', () => {
    const commit = vi.fn<(text: string) => boolean>(() => true);
    const { type, box, unmount } = show(commit);
    type('甲');
    fireEvent.blur(box);
    type('乙');
    studio.pending.commitAll();
    type('丙');
    unmount();
    expect(commit.mock.calls.map(([text]) => text)).toEqual(['甲', '乙', '丙']);
  });

  it('shows a change from outside, but not over something uncommitted', () => {
    const { type, box, change } = show(() => true);
    change('撤销后的文字');
    expect(box.value).toBe('撤销后的文字');
    type('正在写');
    change('别处来的');
    expect(box.value).toBe('正在写');
  });

  it('puts the cursor behind what undo or redo changed', () => {
    const { box, change } = show(() => true, '能读单，能归档');
    box.focus();
    change('能读单，能报价，能归档');
    expect(box.selectionStart).toBe('能读单，能报价'.length);
  });

  it('stays as typed when it is refused', () => {
    const { type, box, change } = show(() => false);
    type('太长的文字');
    rest(300);
    change('能读单');
    expect(box.value).toBe('太长的文字');
  });
});

describe('a number while it is being written', () => {
  it('stands as before once what became of it is refused, though half of it had been taken', () => {
    let hours = '144';
    const said: string[] = [];
    const draft = new Draft<HTMLInputElement>(
      {
        value: hours,
        isValue: true,
        onCommit: (text) => {
          const isNumber = /^\d+$/.test(text);
          if (isNumber) hours = text;
          else said.push(text);
          return isNumber;
        },
      },
      { onStepEnd: () => undefined, kept: studio.pending.kept },
    );
    const box = document.createElement('input');
    draft.attach(box);
    const type = (text: string) => {
      box.value = text;
      draft.handlers.onInput({ nativeEvent: new Event('input') });
    };
    type('30');
    rest(900);
    expect(hours).toBe('30');
    type('30学时左右');
    draft.handlers.onBlur();
    expect(hours).toBe('144');
    expect(said.at(-1)).toBe('30学时左右');
    draft.restore();
    expect(box.value).toBe('144');
    expect(hours).toBe('144');
  });

  it('gives way to what another command has written while the refused text still stood there', () => {
    const { box, type, change, taken } = showNumber('144');
    type('30学时左右');
    fireEvent.blur(box);
    change('150');
    act(() => {
      studio.pending.commitAll();
    });
    expect(taken, 'nothing of it was taken').toEqual([]);
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(taken.at(-1) ?? '150').toBe('150');
  });
});

describe('text while an input method composes', () => {
  const compose = (box: HTMLTextAreaElement, shown: string) => {
    fireEvent.compositionStart(box);
    fireEvent.input(box, { target: { value: shown } });
  };

  it('commits nothing of it, neither at a pause nor when something asks for it', () => {
    const commit = vi.fn(() => true);
    const { box } = show(commit);
    compose(box, '能读单weihu');
    rest(5_000);
    studio.pending.commitAll();
    expect(commit).not.toHaveBeenCalled();
  });

  it('commits what was typed before, and the characters when they are chosen', () => {
    const commit = vi.fn<(text: string) => boolean>(() => true);
    const { box, type } = show(commit);
    type('能读单ab');
    compose(box, '能读单abwei');
    expect(commit).toHaveBeenLastCalledWith('能读单ab');
    box.value = '能读单ab维护';
    fireEvent.compositionEnd(box, { data: '维护' });
    rest(0);
    expect(commit).toHaveBeenLastCalledWith('能读单ab维护');
    expect(commit).toHaveBeenCalledTimes(2);
  });

  it('is never written over from outside', () => {
    const { box, change } = show(() => true);
    compose(box, '能读单wei');
    change('撤销后的文字');
    expect(box.value).toBe('能读单wei');
  });

  it('leaves no half-typed pinyin behind when the field is left in the middle', () => {
    const commit = vi.fn<(text: string) => boolean>(() => true);
    const { box } = show(commit);
    compose(box, '能读单jiancha');
    // Chromium takes the pinyin for text in the same task as the blur.
    fireEvent.compositionEnd(box, { data: 'jiancha' });
    fireEvent.blur(box);
    rest(1_000);
    expect(box.value).toBe('能读单');
    expect(commit).not.toHaveBeenCalled();
  });

  it('keeps letters that were confirmed with Enter', () => {
    const commit = vi.fn<(text: string) => boolean>(() => true);
    const { box } = show(commit);
    compose(box, '能读单abs');
    fireEvent.compositionEnd(box, { data: 'abs' });
    rest(0);
    fireEvent.blur(box);
    expect(commit).toHaveBeenCalledExactlyOnceWith('能读单abs');
  });

  it('keeps only what stood there before when the page goes away in the middle', () => {
    const commit = vi.fn<(text: string) => boolean>(() => true);
    const { box, unmount, type } = show(commit);
    type('能读单，');
    compose(box, '能读单，jian');
    unmount();
    expect(new Set(commit.mock.calls.map(([text]) => text))).toEqual(new Set(['能读单，']));
  });
});
