import { cmp02 } from './completeness/cmp-02';
import { cmp03 } from './completeness/cmp-03';
import { cmp04 } from './completeness/cmp-04';
import { cmp05 } from './completeness/cmp-05';
import { cmp06 } from './completeness/cmp-06';
import { cmp07 } from './completeness/cmp-07';
import { cmp08 } from './completeness/cmp-08';
import { cmp09 } from './completeness/cmp-09';
import { cmp10 } from './completeness/cmp-10';
import { cmp11 } from './completeness/cmp-11';
import { cmp12 } from './completeness/cmp-12';
import { cmp13 } from './completeness/cmp-13';
import { cmp14 } from './completeness/cmp-14';
import { cmp19 } from './completeness/cmp-19';
import { cmp21 } from './completeness/cmp-21';
import type { Rule } from './rule';

/** Every rule there is, in the order of their ids within a pack. */
export const rules: readonly Rule[] = [
  cmp02,
  cmp03,
  cmp04,
  cmp05,
  cmp06,
  cmp07,
  cmp08,
  cmp09,
  cmp10,
  cmp11,
  cmp12,
  cmp13,
  cmp14,
  cmp19,
  cmp21,
];
