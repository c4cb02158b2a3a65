import { kindNames, kindSpec } from '@shared/core/model/record';

/** How much is in a file, from its counts by kind: 1个层级 · 3门课程 · 12个学习任务. */
export function countWords(counts: Readonly<Record<string, number>>): string {
  return kindNames
    .flatMap((kind) => {
      const { described } = kindSpec(kind);
      const count = counts[kind] ?? 0;
      return described === undefined || count === 0 ? [] : [`${String(count)}${described}`];
    })
    .join(' · ');
}
