import type { Random } from '@shared/core/kernel/random';
import { pick } from '../helpers/random-project';

/** Texts that have tripped programs before: controls, halves of letters, marks, markup, paths, very long ones. */
const oddTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u0001\u0008\u000b\u001f\u007f',
  '\ufffe\uffff',
  '\ud800',
  'a\udc00b',
  '\ufeff',
  '\u202e倒着写\u2066',
  '\r\n\r',
  '\u2028\u2029',
  '\u200d\u200c\u00ad',
  'a\u0301\u0327\u0489'.repeat(20),
  '👩‍👩‍👧‍👦',
  '𠮷'.repeat(30),
  ']]>',
  '<w:p/>&amp;&#0;',
  '=cmd()',
  '../../..',
  '{{name}}',
  '$&$1',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  '见表2，见表{0}',
  '第一段\n\n\n第二段',
  '\t\t',
  '一'.repeat(5_000),
  '(('.repeat(40),
];

const oddNumbers: readonly number[] = [
  0,
  -0,
  -1,
  0.1,
  0.5,
  100.50000000000001,
  5e-324,
  1e308,
  2 ** 31,
  2 ** 53,
  100,
  101,
  12,
  20_000,
  100_000,
];

const oddOrders: readonly string[] = [
  'a0',
  'b0',
  'zzz',
  '00001',
  'A',
  'a',
  'Zz',
  'a00',
  'b',
  '0',
  '~',
  'a0V'.repeat(60),
  `A${'0'.repeat(26)}`,
  `z${'z'.repeat(26)}`,
  '中',
  '\ud800',
  ' ',
  'a0\n',
  '-1',
  'a 1',
];

/** A text nobody would type but somebody's program may have written. */
export function oddText(random: Random): string {
  return pick(random, oddTexts) ?? '';
}

export function oddNumber(random: Random): number {
  return pick(random, oddNumbers) ?? 0;
}

/** Order keys that are not of our making, and ours at the edge of what they can be. */
export function oddOrder(random: Random): string {
  return pick(random, oddOrders) ?? '';
}

/** Any value JSON can hold, odd ones first. */
export function oddValue(random: Random): unknown {
  const makers: readonly (() => unknown)[] = [
    () => null,
    () => random.below(2) === 0,
    () => oddNumber(random),
    () => oddText(random),
    () => [],
    () => ({}),
    () => [oddText(random), oddNumber(random), null],
    () => ({ [oddText(random).slice(0, 50)]: oddValue(random) }),
    () => [{ id: oddText(random).slice(0, 30), text: oddText(random) }],
  ];
  return pick(random, makers)?.();
}
