import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFragment } from '@electron/main/clipboard/carried-fragment';
import { encodeLine, scanLines } from '@electron/main/journal/line';
import { readFragment } from '@shared/core/fragments/read-fragment';
import { JsonScan, jsonExcess, type JsonLimits } from '@shared/core/kernel/json-scan';

const small: JsonLimits = {
  depth: 4,
  values: 10,
  bytesPerValue: 1_000,
  keys: 3,
  text: 20,
  number: 8,
  white: 10,
};

describe('a count of what JSON holds', () => {
  it.each([
    ['nested too deeply', '[[[[[1]]]]]'],
    ['too many values', '[1,1,1,1,1,1,1,1,1,1,1]'],
    ['too many keys in one object', '{"a":1,"b":1,"c":1,"d":1}'],
    ['a text too long', `["${'x'.repeat(21)}"]`],
    ['a text too long', `["${'\\n'.repeat(11)}"]`],
    ['a number too long', '123456789'],
    ['too much white space', `[${' '.repeat(200)}]`],
    ['brackets that do not match', '[{]}'],
    ['brackets that do not match', ']'],
  ])('stops at %s', (excess, text) => {
    expect(jsonExcess(text, small)).toBe(excess);
  });

  it.each(['[[[[1]]]]', '{"a":"}]{[\\"","b":[],"c":{"d":null}}', ' [ 1 , "\\\\" ] ', '""'])(
    'lets pass %s',
    (text) => {
      expect(jsonExcess(text, small)).toBe(null);
    },
  );

  it('counts keys and values as parsing finds them, whatever pieces the bytes come in', () => {
    const wide = {
      ...small,
      depth: 100,
      values: 1e6,
      keys: 1e6,
      text: 1e6,
      number: 1e3,
      white: 1e6,
    };
    const count = (value: unknown): { keys: number; values: number } => {
      if (typeof value !== 'object' || value === null) return { keys: 0, values: 1 };
      const inside = Object.values(value).map(count);
      const sum = { keys: Array.isArray(value) ? 0 : inside.length, values: 1 };
      for (const { keys, values } of inside) {
        sum.keys += keys;
        sum.values += values;
      }
      return sum;
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 9 }), (value, size) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value, null, 1));
        const scan = new JsonScan(wide);
        for (let at = 0; at < bytes.length; at += size) {
          expect(scan.advance(bytes, at, Math.min(at + size, bytes.length))).toBe(null);
        }
        expect({ keys: scan.keys, values: scan.values }).toEqual(count(value));
      }),
    );
  });
});

describe('what comes from outside is counted before it is parsed', () => {
  const bomb = `{"format":"gongxue-fragment","records":[${'{},'.repeat(400_000)}1]}`;

  it('a fragment on the clipboard is refused in a sentence', () => {
    const read = readFragment(bomb);
    expect(read.ok ? '' : read.failure.message).toBe(
      '剪贴板里的内容太多，没有粘贴，请分几次复制。',
    );
    expect(isFragment(bomb)).toBe(false);
    expect(isFragment('{"format":"gongxue-fragment","records":[]}')).toBe(true);
  });

  it('a line of the journal ends what counts, as a broken one does', () => {
    const sound = encodeLine({ seq: 1 });
    const line = encodeLine(Array.from({ length: 400_000 }, () => ({})));
    const log = new Uint8Array([...sound, ...line]);
    expect(scanLines(log).values).toEqual([{ seq: 1 }]);
  });
});
