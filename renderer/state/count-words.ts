const counted = [
  ['majorLevel', '个层级'],
  ['typicalWorkTask', '个典型工作任务'],
  ['course', '门课程'],
  ['learningTask', '个学习任务'],
] as const;

/** How much is in a file, from its counts by kind: 1个层级 · 3门课程 · 12个学习任务. */
export function countWords(counts: Readonly<Record<string, number>>): string {
  return counted
    .flatMap(([kind, words]) => {
      const count = counts[kind] ?? 0;
      return count === 0 ? [] : [`${String(count)}${words}`];
    })
    .join(' · ');
}
