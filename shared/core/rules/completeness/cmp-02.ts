import { editField } from '../../commands/edit-field';
import { levelWord } from '../../commands/making/wording';
import { ofOption } from '../../model/field';
import { findOf, type Project } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { node } from '../example-project';
import { isBlank } from '../reading';
import { defineRule, type Problem } from '../rule';

/** The last digit of a 专业编码 is the national skill level. */
const suffixes = { intermediate: '4', advanced: '3', preTechnician: '2' } as const;

export const cmp02 = defineRule({
  id: 'CMP-02',
  pack: 'completeness',
  severity: 'error',
  title: '专业编码是四位数字加“-层级号”，层级号与层级相符（中级 4，高级 3，预备技师 2）。',
  why: '编码前四位是专业，后一位是技能等级。写错一位，课程标准就归到别的层级去了。',
  source: 'F',
  kinds: ['major', 'majorLevel'],
  check: (record) => (record.kind === 'major' ? majorProblems(record) : levelProblems(record)),
  fix: (project, { recordId }, context) => {
    const wanted = wantedCode(project, recordId);
    return editField.run(project, { id: recordId, field: 'majorCode', value: wanted }, context);
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
  return [{ recordId: id, field: 'baseCode', message }];
}

function levelProblems({ id, level, majorCode }: RecordOf<'majorLevel'>): readonly Problem[] {
  const code = majorCode.trim();
  const word = levelWord(level);
  const wanted = ofOption(suffixes, level);
  const found = /^(\d{4})-(\d)$/u.exec(code);
  if (code === '' || wanted === undefined || found?.[2] === wanted) return [];
  const place = { recordId: id, field: 'majorCode' };
  if (found === null) {
    const message = `${word}的专业编码“${code}”不是“四位数字-层级号”的样子。${word}的末位是 ${wanted}，例如 0403-${wanted}。`;
    return [{ ...place, message }];
  }
  const [, base = '', digit = ''] = found;
  const message = `${word}的专业编码写成了“${code}”，末位 ${digit} 是${ownerOf(digit)}。${word}应写“${base}-${wanted}”。`;
  return [{ ...place, message, fixable: true }];
}

function ownerOf(digit: string): string {
  const level = Object.entries(suffixes).find(([, suffix]) => suffix === digit)?.[0];
  return level === undefined ? '没有的层级号' : `${levelWord(level)}的层级号`;
}

function wantedCode(project: Project, id: string): string {
  const level = findOf(project, 'majorLevel', id);
  return level === undefined
    ? ''
    : `${level.majorCode.trim().slice(0, 4)}-${ofOption(suffixes, level.level) ?? ''}`;
}
