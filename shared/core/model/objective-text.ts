import { trimEnds } from '../kernel/trim-ends';

/** What an objective is made of: 能 + 条件 + 行为 + 标准. */
export interface ObjectiveParts {
  readonly condition: string;
  readonly behaviour: string;
  readonly standard: string;
}

/**
 * The sentence of an objective: 能依据维修手册，独立完成制动片的更换，做到力矩合格。 Empty without 行为 and
 * the others. Marks the writer has put at the ends of parts, or 能 before them, are not doubled.
 */
export function objectiveText({ condition, behaviour, standard }: ObjectiveParts): string {
  const parts = [condition, behaviour, standard].map(bare).filter((part) => part !== '');
  const [first, ...others] = parts;
  if (first === undefined) return '';
  return `能${[first.replace(/^能够?/u, ''), ...others].join('，')}。`;
}

function bare(part: string): string {
  return trimEnds(part, (unit) => /[，、；。,;\s]/u.test(unit), 'both');
}
