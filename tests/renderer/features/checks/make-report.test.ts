import { describe, expect, it } from 'vitest';
import { createTelling } from '@renderer/features/checks/make-report';
import type { CheckReport } from '@renderer/state/checks-store';

const report: CheckReport = {
  open: [],
  waived: [],
  stops: [],
  unfinished: [],
  whole: { done: 0, total: 0 },
  counts: [],
};

describe('what the rules say after an edit', () => {
  it('is told whole at first, then only what is not as it was told before', () => {
    const tell = createTelling();
    expect(tell(report)).toEqual(report);
    expect(tell({ ...report })).toEqual({});
    const counts = [['cs0000000000000000', { done: 1, total: 2 }]] as const;
    expect(tell({ ...report, counts })).toEqual({ counts });
    expect(tell(report)).toEqual({ counts: [] });
  });
});
