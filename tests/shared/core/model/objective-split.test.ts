import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitObjective, wholeAsBehaviour } from '@shared/core/model/objective-split';
import { objectiveText } from '@shared/core/model/objective-text';

const bare = (text: string) => text.trim().replace(/。$/u, '');

describe('taking an objective apart', () => {
  it('finds condition, behaviour and standard by their first words', () => {
    expect(splitObjective('能依据维修手册，更换制动片，做到力矩合格。')).toEqual({
      condition: '依据维修手册',
      behaviour: '更换制动片',
      standard: '做到力矩合格',
    });
    expect(splitObjective('能更换制动片，符合手册规定。')).toEqual({
      condition: '',
      behaviour: '更换制动片',
      standard: '符合手册规定',
    });
    expect(splitObjective('能在规定工时内，更换制动片')).toMatchObject({
      condition: '在规定工时内',
      behaviour: '更换制动片',
    });
  });

  it('leaves alone what is not certain', () => {
    for (const text of [
      '能读懂维护派工单，核对车辆信息和里程，向客户复述维护项目。',
      '了解汽车维护的重要性。',
      '能更换制动片。',
      '能依据维修手册，按照规程，更换制动片。',
      '能依据手册，更换，符合规定，做到整洁。',
      '',
    ]) {
      expect(splitObjective(text)).toBeUndefined();
    }
  });

  it('never changes the sentence', () => {
    const word = fc.constantFrom('能', '依据手册', '，', '更换', '。', '符合规定', '；', '制动片');
    const sentence = fc.array(word, { maxLength: 9 }).map((words) => words.join(''));
    fc.assert(
      fc.property(sentence, (text) => {
        for (const parts of [splitObjective(text), wholeAsBehaviour(text)]) {
          if (parts !== undefined) expect(bare(objectiveText(parts))).toBe(bare(text));
        }
      }),
    );
  });

  it('keeps a whole sentence as behaviour when nothing is lost by it', () => {
    expect(wholeAsBehaviour('能读懂派工单，核对里程。')?.behaviour).toBe('读懂派工单，核对里程');
    expect(wholeAsBehaviour('了解汽车。')).toBeUndefined();
  });
});
