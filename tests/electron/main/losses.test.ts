import { describe, expect, it, vi } from 'vitest';
import { Losses } from '../../../electron/main/window/losses';

vi.mock('electron', () => ({ dialog: {} }));

describe('a page that is lost again and again', () => {
  it('comes back by itself five times in ten minutes, then the teacher is asked', () => {
    let now = 0;
    const losses = new Losses(() => now);
    const asked = Array.from({ length: 7 }, () => {
      now += 1_000;
      return losses.isTooMany();
    });
    expect(asked).toEqual([false, false, false, false, false, true, true]);
  });

  it('is not counted for ever: once a day is never too often', () => {
    let now = 0;
    const losses = new Losses(() => now);
    const asked = Array.from({ length: 20 }, () => {
      now += 24 * 3_600_000;
      return losses.isTooMany();
    });
    expect(asked).not.toContain(true);
  });

  it('says once that it came back by itself, and promises no more than the last second', () => {
    const losses = new Losses(() => 0);
    expect(losses.takeWords()).toBeNull();
    losses.comesBack();
    expect(losses.takeWords()).toMatch(/已重新打开.*最后一秒/u);
    expect(losses.takeWords()).toBeNull();
  });
});
