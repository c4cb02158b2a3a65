import { describe, expect, it } from 'vitest';
import { FieldRecord, promisesAllKept } from './field-record';

const typed = (at: number, text: string, composing = false) => ({
  at,
  label: '课程目标 4',
  text,
  composing,
});

function recorded(): FieldRecord {
  const record = new FieldRecord('检查');
  record.note(typed(1_000, '检查A'));
  record.note(typed(2_000, '检查AB'));
  record.note(typed(2_100, '检查ABjilu', true));
  record.note(typed(3_000, '检查AB记录'));
  return record;
}

/** The judge of the kills in continuous typing. */
describe('what is lost of a field after a kill', () => {
  it('is nothing when the newest text is there', () => {
    expect(recorded().lossAt(3_500, '检查AB记录', '')).toEqual({
      milliseconds: 0,
      acknowledged: 0,
    });
  });

  it('is as old as the oldest text that is missing', () => {
    expect(recorded().lossAt(3_500, '检查AB', '')?.milliseconds).toBe(500);
    expect(recorded().lossAt(3_500, '检查A', '')?.milliseconds).toBe(1_500);
    expect(recorded().lossAt(21_000, '检查', '')?.milliseconds).toBe(20_000);
  });

  it('is worse when the text was called saved', () => {
    const record = recorded();
    record.acknowledge('检查AB');
    expect(record.lossAt(3_500, '检查AB', '')?.acknowledged).toBe(0);
    expect(record.lossAt(3_500, '检查', '')?.acknowledged).toBe(2);
  });

  it('is not to be told of a text that never stood there, half composed letters included', () => {
    expect(recorded().lossAt(3_500, '检查ABjilu', 'C')).toBeUndefined();
    expect(recorded().lossAt(3_500, '', '')).toBeUndefined();
  });

  it('is nothing when the very last stroke has arrived unseen', () => {
    expect(recorded().lossAt(3_500, '检查AB记录C', 'C')?.milliseconds).toBe(0);
    expect(recorded().lossAt(3_500, '检查AB记', '')?.milliseconds).toBe(0);
  });
});

it.each([
  ['已保存', true],
  ['已写入 汽车维修.gxk 16:53', true],
  ['已保存，没有写入文件', true],
  ['正在写', false],
  ['没有保存：磁盘满了', false],
])('%s promises that all is kept: %s', (words, isPromise) => {
  expect(promisesAllKept({ at: 0, words, texts: {}, late: 0 })).toBe(isPromise);
});
