import { editField } from '../../commands/edit-field';
import { levelWord } from '../../words/wording';
import { ofOption } from '../../model/field';
import { findOf, type Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { node } from '../example';
import { isBlank } from '../reading';
import { defineRule, type Problem } from '../rule';

/** The last digit of a 专业编码 is the national skill level. */
const suffixes = { intermediate: '4', advanced: '3', preTechnician: '2' } as const;

export const cmp02 = defineRule({
  id: 'CMP-02',
  pack: 'completeness',
  severity: 'error',
  title: '专业编码是专业代码加“-层级号”，层级号与层级相符（中级 4，高级 3，预备技师 2）。',
  why: '编码前四位是专业，后一位是技能等级。写错一位，课程标准就归到别的层级去了。',
  source: 'F',
  kinds: ['major', 'majorLevel'],
  check: (record, { project }) =>
    record.kind === 'major' ? majorProblems(record) : levelProblems(project, record),
  fix: (project, { record: id }, context) => {
    const wanted = wantedCode(project, id);
    return editField.run(project, { id, field: 'majorCode', value: wanted }, context);
  },
  examples: [
    {
      text: '0403-3 用在高级',
      records: [
        node('major', { baseCode: '0403' }, [
          node('majorLevel', { level: 'advanced', majorCode: '0403-3' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '0403-4 用在高级',
      records: [
        node('major', { baseCode: '0403' }, [
          node('majorLevel', { level: 'advanced', majorCode: '0403-4' }),
        ]),
      ],
      finds: ['高级的专业编码写成了“0403-4”，末位 4 是中级的层级号。高级应写“0403-3”。'],
    },
    {
      text: '专业代码改成了 0212，高级还是 0209-3',
      records: [
        node('major', { baseCode: '0212' }, [
          node('majorLevel', { level: 'advanced', majorCode: '0209-3' }),
        ]),
      ],
      finds: ['高级的专业编码是“0209-3”，专业代码却是“0212”。高级应写“0212-3”。'],
    },
    {
      text: '少一位',
      records: [
        node('major', { baseCode: '403' }, [
          node('majorLevel', { level: 'intermediate', majorCode: '403' }),
        ]),
      ],
      finds: [
        '专业代码“403”不是四位数字。请按专业目录写四位，例如 0403。',
        '中级的专业编码“403”不是“四位数字-层级号”的样子。中级的末位是 4，例如 0403-4。',
      ],
    },
  ],
});

function majorProblems({ id, baseCode }: RecordOf<'major'>): readonly Problem[] {
  if (isBlank(baseCode) || /^\d{4}$/u.test(baseCode.trim())) return [];
  const message = `专业代码“${baseCode}”不是四位数字。请按专业目录写四位，例如 0403。`;
  return [{ record: id, field: 'baseCode', message }];
}

function levelProblems(project: Project, record: RecordOf<'majorLevel'>): readonly Problem[] {
  const { id, level, majorCode } = record;
  const code = majorCode.trim();
  const word = levelWord(level);
  const wanted = ofOption(suffixes, level);
  const found = /^(\d{4})-(\d)$/u.exec(code);
  if (code === '' || wanted === undefined) return [];
  if (found?.[2] === wanted) return baseProblems(project, record);
  const place = { record: id, field: 'majorCode' };
  if (found === null) {
    const message = `${word}的专业编码“${code}”不是“四位数字-层级号”的样子。${word}的末位是 ${wanted}，例如 0403-${wanted}。`;
    return [{ ...place, message }];
  }
  const [, , digit = ''] = found;
  const message = `${word}的专业编码写成了“${code}”，末位 ${digit} 是${ownerOf(digit)}。${word}应写“${wantedCode(project, id)}”。`;
  return [{ ...place, message, fixable: true }];
}

/** The first four digits are those of the major, which may have been changed since. */
function baseProblems(
  project: Project,
  { id, level, majorCode }: RecordOf<'majorLevel'>,
): readonly Problem[] {
  const wanted = wantedCode(project, id);
  const code = majorCode.trim();
  if (code === wanted) return [];
  const message = `${levelWord(level)}的专业编码是“${code}”，专业代码却是“${wanted.slice(0, 4)}”。${levelWord(level)}应写“${wanted}”。`;
  return [{ record: id, field: 'majorCode', message, fixable: true }];
}

function ownerOf(digit: string): string {
  const level = Object.entries(suffixes).find(([, suffix]) => suffix === digit)?.[0];
  return level === undefined ? '没有的层级号' : `${levelWord(level)}的层级号`;
}

/** By the 专业代码 of the major, or by what stands there while that is no code. */
function wantedCode(project: Project, id: string): string {
  const level = findOf(project, 'majorLevel', id);
  if (level === undefined) return '';
  const base = findOf(project, 'major', level.parentId)?.baseCode.trim() ?? '';
  const digits = /^\d{4}$/u.test(base) ? base : level.majorCode.trim().slice(0, 4);
  return `${digits}-${ofOption(suffixes, level.level) ?? ''}`;
}
