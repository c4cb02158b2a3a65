import { shortened } from '../../model/text';
import { lines, node } from '../example';
import { writtenLines } from '../reading';
import { defineRule, type Problem } from '../rule';

export const obj09 = defineRule({
  id: 'OBJ-09',
  pack: 'objectives',
  severity: 'warning',
  title: '一门课里没有两条差不多的课程目标。',
  why: '重复的目标占了条数，也让考核重复。',
  source: 'K',
  kinds: ['course'],
  check: (course, { project, thresholds }) => {
    const objectives = writtenLines(project, course.id, 'courseObjective').map((objective) => ({
      ...objective,
      pairs: pairsOf(objective.text),
    }));
    return objectives.flatMap((later, index): readonly Problem[] => {
      const twin = objectives
        .slice(0, index)
        .find((earlier) => likeness(earlier.pairs, later.pairs) >= thresholds.sameObjective);
      if (twin === undefined) return [];
      const number = objectives.indexOf(twin) + 1;
      const message = `课程目标“${shortened(later.text)}”与第 ${number} 条几乎一样。请合并，或写出不同之处。`;
      return [{ record: later.id, field: 'text', message }];
    });
  },
  examples: [
    {
      text: '两条不同',
      records: [
        node(
          'course',
          { name: '汽车维护' },
          lines('courseObjective', ['能与客户沟通', '能更换机油']),
        ),
      ],
      finds: [],
    },
    {
      text: '两条都写能沟通',
      records: [
        node(
          'course',
          { name: '汽车维护' },
          lines('courseObjective', ['能与客户沟通维护项目', '能与客户沟通维护项目。']),
        ),
      ],
      finds: ['课程目标“能与客户沟通维护项目。”与第 1 条几乎一样。请合并，或写出不同之处。'],
    },
  ],
});

/** Each two neighbouring characters of a text, punctuation and blanks aside. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = Array.from(text.replace(/[\p{P}\s]/gu, ''));
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}

/** How alike two texts are: shared pairs against all pairs, 0–1 (Sørensen–Dice). */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((pair) => right.has(pair)).length;
  const all = left.size + right.size;
  return all === 0 ? 0 : (2 * shared) / all;
}
