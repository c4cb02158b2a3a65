// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hand } from './hand';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** No Latin letters: whatever has one in the project was half a composition. */
const signs = Array.from('能按规程检查并如实记录，、。；12');
const words = [
  ['anzhao', '按照'],
  ['guicheng', '规程'],
  ['jiancha', '检查'],
  ['ju', '。'],
] as const;

type Act = (hand: Hand) => void;

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom(...signs), fc.integer({ min: 20, max: 240 })), {
          minLength: 1,
          maxLength: 25,
        })
        .map((keys): Act => (hand) => {
          for (const [sign, gap] of keys) {
            hand.key(sign);
            hand.pass(gap);
          }
        }),
    },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...words), fc.integer({ min: 20, max: 400 }))
        .map(([[pinyin, word], gap]): Act => (hand) => {
          hand.compose(pinyin, word, gap);
          hand.pass(gap);
        }),
    },
    fc.integer({ min: 1, max: 12 }).map((count): Act => (hand) => {
      for (let at = 0; at < count; at += 1) {
        hand.backspace();
        hand.pass(33);
      }
    }),
    fc.integer({ min: 0, max: 3_000 }).map((rest): Act => (hand) => {
      hand.pass(rest);
    }),
    fc.double({ min: 0, max: 1, noNaN: true }).map((share): Act => (hand) => {
      hand.click(share);
    }),
    fc.constantFrom<Act>(
      (hand) => {
        hand.blur();
      },
      (hand) => {
        hand.commit();
      },
      (hand) => {
        hand.mark();
      },
      (hand) => {
        hand.pending.commitAll();
      },
      (hand) => {
        hand.paste('（一）按规程检查，并如实记录；');
      },
    ),
  ),
  { maxLength: 30 },
);

describe('whatever is typed, composed, pasted, deleted and left, in whatever time', () => {
  it('nothing waits a second for the project, and nothing is lost', () => {
    fc.assert(
      fc.property(acts, (doing) => {
        const hand = new Hand();
        for (const act of doing) act(hand);
        expect(hand.longest).toBeLessThan(1_000);
        const last = hand.box.value;
        hand.leave();
        expect(hand.held).toBe(last);
      }),
      { numRuns: 150 },
    );
  });

  it('the project is never given a part of what an input method composes', () => {
    fc.assert(
      fc.property(acts, (doing) => {
        const hand = new Hand();
        for (const act of doing) act(hand);
        hand.leave();
        for (const text of [...hand.given, ...hand.steps]) {
          expect(hand.stood.has(text), text).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the field says so whenever it holds something the project does not have', () => {
    fc.assert(
      fc.property(acts, (doing) => {
        const hand = new Hand(({ box, held, pending }) => {
          const { writing, refused } = pending.store.getState();
          if (box.value !== held) expect(writing || refused).toBe(true);
        });
        for (const act of doing) act(hand);
        hand.pass(500);
        expect(hand.pending.store.getState()).toEqual({ writing: false, refused: false });
        hand.leave();
      }),
      { numRuns: 150 },
    );
  });

  it('one undo step never reaches over a sentence, nor far over 40 characters', () => {
    fc.assert(
      fc.property(acts, (doing) => {
        const hand = new Hand();
        for (const act of doing) act(hand);
        hand.leave();
        hand.steps.reduce((before, after) => {
          expect(after.length - before.length).toBeLessThanOrEqual(42);
          const ways = waysToAdd(before, after);
          const isPasted = ways.some((added) => added.startsWith('（一）'));
          const isOneSentence = ways.some((added) => !/[。；]./u.test(added));
          expect(ways.length === 0 || isPasted || isOneSentence, after).toBe(true);
          return after;
        });
      }),
      { numRuns: 150 },
    );
  });
});

/** What was put in, by each place where it may have been; none when something was taken away as well. */
function waysToAdd(before: string, after: string): readonly string[] {
  return Array.from({ length: before.length + 1 }, (_, at) => {
    const [head, tail] = [before.slice(0, at), before.slice(at)];
    const fits = after.startsWith(head) && after.slice(at).endsWith(tail);
    return fits ? after.slice(at, after.length - tail.length) : null;
  }).filter((added) => added !== null);
}

describe('what one Ctrl+Z takes back', () => {
  const typed = (hand: Hand, text: string, gap = 120) => {
    for (const sign of text) {
      hand.key(sign);
      hand.pass(gap);
    }
  };
  const stepsOf = (work: Act): readonly string[] => {
    const hand = new Hand();
    work(hand);
    hand.leave();
    return hand.steps.slice(1);
  };

  it('is a phrase, not the paragraph: a pause of 2 s parts, a shorter one does not', () => {
    const steps = stepsOf((hand) => {
      typed(hand, '能按规程');
      hand.pass(1_500);
      typed(hand, '检查');
      hand.pass(2_000);
      typed(hand, '并记录');
    });
    expect(steps).toEqual(['能按规程检查', '能按规程检查并记录']);
  });

  it('ends with a sentence and with a paragraph, however fast one types', () => {
    const steps = stepsOf((hand) => {
      typed(hand, '先检查。再记录\n', 30);
      typed(hand, '交付', 30);
    });
    expect(steps).toEqual(['先检查。', '先检查。再记录\n', '先检查。再记录\n交付']);
  });

  it('ends after 40 characters of a sentence that does not', () => {
    const steps = stepsOf((hand) => {
      typed(hand, '能'.repeat(50), 60);
    });
    expect(steps.map(({ length }) => length)).toEqual([40, 50]);
  });

  it('ends where the cursor is moved, where the field is left and where Ctrl+S is pressed', () => {
    const steps = stepsOf((hand) => {
      typed(hand, '检查记录');
      hand.click(0.5);
      typed(hand, '并');
      hand.blur();
      hand.click(1);
      typed(hand, '下');
      hand.pending.commitAll();
      typed(hand, '来');
    });
    expect(steps).toEqual(['检查记录', '检查并记录', '检查并记录下', '检查并记录下来']);
  });

  it('joins composed words like typed letters, and never parts one', () => {
    const steps = stepsOf((hand) => {
      hand.compose('anzhao', '按照', 300);
      hand.pass(100);
      hand.compose('guicheng', '规程', 900);
      hand.pass(2_100);
      hand.compose('jiancha', '检查', 100);
    });
    expect(steps).toEqual(['按照规程', '按照规程检查']);
  });

  it('gives what was marked and typed over back, before what was typed', () => {
    const steps = stepsOf((hand) => {
      typed(hand, '检查记录');
      hand.mark();
      typed(hand, '交付');
    });
    expect(steps).toEqual(['检查记录', '交付']);
  });

  it('takes all that is typed over a long marked text in one step', () => {
    const steps = stepsOf((hand) => {
      hand.paste('能按规程检查并如实记录，'.repeat(6));
      hand.mark();
      typed(hand, '交付客户');
    });
    expect(steps.slice(1)).toEqual(['交付客户']);
  });

  it('gives marked text that was deleted back', () => {
    const steps = stepsOf((hand) => {
      typed(hand, '检查记录');
      hand.mark();
      hand.backspace();
    });
    expect(steps).toEqual(['检查记录', '']);
  });

  it('takes a letter mended on the way along, and a pasted block by itself', () => {
    const steps = stepsOf((hand) => {
      typed(hand, '检察');
      hand.backspace();
      typed(hand, '查');
      hand.paste('并如实记录');
      typed(hand, '交付');
    });
    expect(steps).toEqual(['检查', '检查并如实记录', '检查并如实记录交付']);
  });
});

describe('a field whose text was refused', () => {
  it('is not called saved, and not called being written either', () => {
    const hand = new Hand(undefined, () => false);
    hand.key('半');
    expect(hand.pending.store.getState()).toEqual({ writing: true, refused: false });
    hand.pass(400);
    expect(hand.pending.store.getState()).toEqual({ writing: false, refused: true });
    hand.backspace();
    hand.pass(400);
    expect(hand.pending.store.getState()).toEqual({ writing: false, refused: false });
  });
});
