import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, canonicalJsonIndented } from '@shared/core/kernel/canonical-json';
import { sha256Hex } from '@shared/core/kernel/hash';
import { idPattern, newId } from '@shared/core/kernel/id';
import {
  compareSiblings,
  isOrderKey,
  keyBetween,
  keysBetween,
} from '@shared/core/kernel/order-key';
import { randomFromWords, seededRandom } from '@shared/core/kernel/random';

const seeds = fc.integer({ min: 0, max: 0x7fff_ffff });

describe('ids', () => {
  it('have a code and 16 characters, differ, and repeat only with the same seed', () => {
    const random = seededRandom(1);
    const ids = Array.from({ length: 5_000 }, () => newId('co', random));
    for (const id of ids) expect(id).toMatch(idPattern);
    expect(new Set(ids).size).toBe(ids.length);
    expect(newId('co', seededRandom(1))).toBe(ids[0]);
  });
});

describe('randomness', () => {
  it('is fair: words above the last whole multiple are drawn again', () => {
    const words = [0xffff_ffff, 7];
    const random = randomFromWords(() => words.shift() ?? 0);
    expect(random.below(10)).toBe(7);
    const counts = [0, 0, 0];
    const seeded = seededRandom(3);
    for (let draw = 0; draw < 3_000; draw += 1) {
      const value = seeded.below(3);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});

describe('order keys', () => {
  it('lie strictly between their neighbours and have the form we recognise', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.nat(1_000), { maxLength: 60 }), (seed, places) => {
        const random = seededRandom(seed);
        const keys: string[] = [];
        for (const place of places) {
          const index = place % (keys.length + 1);
          const key = keyBetween(keys[index - 1] ?? null, keys[index] ?? null, random);
          expect(isOrderKey(key)).toBe(true);
          keys.splice(index, 0, key);
        }
        expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('come in any number between two neighbours, ascending and short', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 3 }),
        (seed, count, ends) => {
          const random = seededRandom(seed);
          const low = keyBetween(null, null, random);
          const high = keyBetween(low, null, random);
          const before = ends % 2 === 0 ? low : null;
          const after = ends < 2 ? high : null;
          const keys = keysBetween({ before, after }, count, random);
          expect(keys).toHaveLength(count);
          const all = [
            ...(before === null ? [] : [before]),
            ...keys,
            ...(after === null ? [] : [after]),
          ];
          for (let index = 1; index < all.length; index += 1) {
            expect((all[index - 1] ?? '') < (all[index] ?? '')).toBe(true);
          }
          for (const key of keys) expect(key.length).toBeLessThan(60);
        },
      ),
    );
  });

  it('of two people who insert at one place offline differ', () => {
    const keys = Array.from({ length: 40 }, (_, seed) =>
      keyBetween('a0', 'a1', seededRandom(seed)),
    );
    expect(new Set(keys).size).toBeGreaterThan(30);
  });

  it('of another form are recognised as not ours', () => {
    for (const key of [
      '',
      'a',
      'b0',
      '0',
      'a0!',
      '汉',
      'a00',
      `A${'0'.repeat(26)}`,
      'zz!',
      'z'.repeat(27),
      `A${'0'.repeat(25)}1`,
    ]) {
      expect(isOrderKey(key), key).toBe(false);
    }
    for (const key of ['a0', 'a0V', 'Zz', 'b00', 'Yzz']) expect(isOrderKey(key), key).toBe(true);
  });

  it('order siblings totally, equal keys by id', () => {
    const items = [
      { order: 'a1', id: 'b' },
      { order: 'a1', id: 'a' },
      { order: 'Zz', id: 'z' },
    ];
    expect([...items].sort(compareSiblings).map(({ id }) => id)).toEqual(['z', 'a', 'b']);
    expect(compareSiblings({ order: 'a', id: 'x' }, { order: 'a', id: 'x' })).toBe(0);
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same value, whatever the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: '二' }], u: undefined })).toBe(
      '{"a":[{"c":"二","d":null}],"b":1}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJsonIndented(value))).toEqual(JSON.parse(canonicalJson(value)));
      }),
    );
  });

  it('does not swallow an own key called __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });
});

describe('hashes', () => {
  it('are SHA-256 of UTF-8 text or of bytes', () => {
    expect(sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(sha256Hex('工学')).toBe(sha256Hex(new TextEncoder().encode('工学')));
  });
});
