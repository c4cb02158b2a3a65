// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSettled } from '@renderer/features/preview/use-settled';

describe('what the preview shows of a project that is being written', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const watch = (value: number, isWriting = false) =>
    renderHook(
      (now: { readonly value: number; readonly isWriting: boolean }) =>
        useSettled(now.value, { isWriting: now.isWriting, owner: 'one' }),
      { initialProps: { value, isWriting } },
    );
  const wait = (milliseconds: number) => {
    act(() => {
      vi.advanceTimersByTime(milliseconds);
    });
  };

  it('is the newest once nothing is typed or changed for a moment', () => {
    const { result, rerender } = watch(1);
    wait(350);
    rerender({ value: 2, isWriting: false });
    wait(349);
    expect(result.current).toBe(1);
    wait(1);
    expect(result.current).toBe(2);
  });

  it('is not made between two keys, though what was typed is committed meanwhile', () => {
    const { result, rerender } = watch(1);
    wait(350);
    for (let key = 2; key < 5; key += 1) {
      rerender({ value: key, isWriting: true });
      wait(500);
    }
    expect(result.current).toBe(1);
    rerender({ value: 4, isWriting: false });
    wait(350);
    expect(result.current).toBe(4);
  });

  it('is made every two seconds of writing without a pause', () => {
    const { result, rerender } = watch(1);
    wait(350);
    for (let key = 2; key <= 9; key += 1) {
      rerender({ value: key, isWriting: true });
      wait(500);
    }
    // After the fourth and the eighth half second.
    expect(result.current).toBe(9);
  });
});
