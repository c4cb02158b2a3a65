import { cmp01 } from './completeness/cmp-01';
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
import { cmp15 } from './completeness/cmp-15';
import { cmp19 } from './completeness/cmp-19';
import { cmp21 } from './completeness/cmp-21';
import { cmp22 } from './completeness/cmp-22';
import { ref01 } from './references/ref-01';
import { ref02 } from './references/ref-02';
import { ref05 } from './references/ref-05';
import { ref06 } from './references/ref-06';
import { ref07 } from './references/ref-07';
import { ref08 } from './references/ref-08';
import { ref10 } from './references/ref-10';
import { ref12 } from './references/ref-12';
import { ref16 } from './references/ref-16';
import { ref22 } from './references/ref-22';
import { hrs01 } from './hours/hrs-01';
import { hrs04 } from './hours/hrs-04';
import { hrs06 } from './hours/hrs-06';
import { hrs07 } from './hours/hrs-07';
import { hrs12 } from './hours/hrs-12';
import { hrs13 } from './hours/hrs-13';
import { nam01 } from './naming/nam-01';
import { nam02 } from './naming/nam-02';
import { nam03 } from './naming/nam-03';
import { nam04 } from './naming/nam-04';
import { nam05 } from './naming/nam-05';
import { nam06 } from './naming/nam-06';
import { nam07 } from './naming/nam-07';
import { nam08 } from './naming/nam-08';
import { obj01 } from './objectives/obj-01';
import { obj02 } from './objectives/obj-02';
import { obj03 } from './objectives/obj-03';
import { obj04 } from './objectives/obj-04';
import { obj05 } from './objectives/obj-05';
import { obj07 } from './objectives/obj-07';
import { obj09 } from './objectives/obj-09';
import { lvl01 } from './levels/lvl-01';
import { asm01 } from './assessment/asm-01';
import { asm02 } from './assessment/asm-02';
import type { Rule } from './rule';

/** Every rule there is, pack by pack, in the order of their ids. */
export const rules: readonly Rule[] = [
  cmp01,
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
  cmp15,
  cmp19,
  cmp21,
  cmp22,
  ref01,
  ref02,
  ref05,
  ref06,
  ref07,
  ref08,
  ref10,
  ref12,
  ref16,
  ref22,
  hrs01,
  hrs04,
  hrs06,
  hrs07,
  hrs12,
  hrs13,
  nam01,
  nam02,
  nam03,
  nam04,
  nam05,
  nam06,
  nam07,
  nam08,
  obj01,
  obj02,
  obj03,
  obj04,
  obj05,
  obj07,
  obj09,
  lvl01,
  asm01,
  asm02,
];
