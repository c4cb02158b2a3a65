import type { Occupation, OccupationMark } from '@shared/core/occupations/occupation';

const words: Readonly<Record<OccupationMark, string>> = {
  new: '新职业',
  digital: '数字职业',
  green: '绿色职业',
};

/** What is said behind an occupation: 新职业, 数字职业, 绿色职业, the edition when it is not the newest. */
export function occupationMarks({ marks, isCancelled, edition }: Occupation): readonly string[] {
  const own = marks.map((mark) => words[mark]);
  return isCancelled ? [...own, `${edition}年版，已取消或调整`] : own;
}
