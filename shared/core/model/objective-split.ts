import { type ObjectiveParts, objectiveText } from './objective-text';

/** How a condition begins: what is gone by, what is used, or under which circumstances. */
const conditionStart =
  /^(依据|根据|按照|按|参照|对照|借助|利用|使用|运用|通过|结合|在[^，]+(下|中|内|时|前|后|上|里)$)/u;
/** How a standard begins: what the result must be like. */
const standardStart = /^(做到|符合|达到|满足|确保|保证|使其?|并?达到|误差|合格率)/u;

/**
 * The parts of a sentence, only when they are certain: 能 + 条件 + 行为 + 标准 (条件 or 标准 may be
 * absent), each clause told by its first word, and the parts make the very same sentence again.
 * undefined = not certain, nobody should guess.
 */
export function splitObjective(text: string): ObjectiveParts | undefined {
  const inner = /^能够?([^。；\n]+)。?$/u.exec(text.trim())?.[1];
  const clauses = inner?.split('，') ?? [];
  const [first = '', second = '', third = ''] = clauses;
  const parts = partsOf(clauses.length, [first, second, third]);
  if (parts === undefined || isMarked(parts.behaviour)) return undefined;
  const again = objectiveText(parts);
  return bare(again) === bare(text) ? parts : undefined;
}

function partsOf(
  count: number,
  [first, second, third]: readonly [string, string, string],
): ObjectiveParts | undefined {
  const conditioned = conditionStart.test(first);
  if (count === 3 && conditioned && standardStart.test(third)) {
    return { condition: first, behaviour: second, standard: third };
  }
  if (count !== 2) return undefined;
  const measured = standardStart.test(second);
  if (conditioned && !measured) return { condition: first, behaviour: second, standard: '' };
  if (!conditioned && measured) return { condition: '', behaviour: first, standard: second };
  return undefined;
}

function isMarked(clause: string): boolean {
  return conditionStart.test(clause) || standardStart.test(clause);
}

/** A sentence as one 行为, when that makes the very same sentence; else undefined. */
export function wholeAsBehaviour(text: string): ObjectiveParts | undefined {
  const parts = { condition: '', behaviour: bare(text).replace(/^能够?/u, ''), standard: '' };
  return text.trim() !== '' && bare(objectiveText(parts)) === bare(text) ? parts : undefined;
}

function bare(text: string): string {
  return text.trim().replace(/。$/u, '');
}
