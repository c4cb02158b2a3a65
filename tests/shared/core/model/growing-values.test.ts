import { describe, expect, it } from 'vitest';
import { checkedValue } from '@shared/core/making/field-input';
import { named } from '@shared/core/words/wording';
import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { courseTable } from '@shared/core/hours/course-table';
import { ladder } from '@shared/core/migrations/ladder';
import { dateText } from '@shared/core/model/date-text';
import { choice, emptyValue, fieldSchema, optionWord } from '@shared/core/model/field';
import { builtKinds } from '@shared/core/model/kinds';
import { find, projectOf } from '@shared/core/model/project';
import {
  type AnyRecord,
  isKnown,
  kindNames,
  kindSpec,
  parseRecord,
  storedForm,
} from '@shared/core/model/record';
import { boundField } from '@shared/core/paths/bound';
import { buildPaper } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { checkProject } from '@shared/core/rules/check-project';
import { summaryOf } from '@shared/formats/project-file/summary';
import { outlineRows } from '@renderer/features/outline/outline-rows';
import { randomProject } from '../../../helpers/random-project';

const base = { parentId: null, order: 'a0' };
const planted = {
  ...base,
  kind: 'course',
  id: 'co0000000000000001',
  name: '跟岗实践',
  courseKind: 'internship',
};

function withOtherOptions(record: AnyRecord): AnyRecord {
  if (!isKnown(record)) return record;
  const choices = Object.entries(kindSpec(record.kind).fields).filter(
    ([, { type }]) => type === 'choice',
  );
  return { ...record, ...Object.fromEntries(choices.map(([field]) => [field, 'ofLater'])) };
}

describe('an option that this version does not know', () => {
  it('is kept word for word: what is read and written again has the same bytes', () => {
    const record = parseRecord(planted);
    if ('problem' in record) throw new Error(record.problem);
    const stored = storedForm(record);
    expect(stored).toMatchObject(planted);
    const again = parseRecord(JSON.parse(canonicalJson(stored)));
    if ('problem' in again) throw new Error(again.problem);
    expect(canonicalJson(storedForm(again))).toBe(canonicalJson(stored));
  });

  it('is shown as such and hides nothing: the course stands in its 课程表, in a group of its own', () => {
    expect(optionWord(builtKinds.course.fields.courseKind, 'internship')).toBe('internship');
    const major = { ...base, kind: 'major', id: 'ma0000000000000001' };
    const under = { ...base, kind: 'majorLevel', parentId: major.id };
    const level = { ...under, id: 'ml0000000000000001', level: 'postgraduate' };
    const start = { ...base, kind: 'startPoint', id: 'sp0000000000000001', parentId: level.id };
    const records = [major, level, { ...start, years: 2 }, { ...planted, parentId: level.id }]
      .map(parseRecord)
      .flatMap((record) => ('problem' in record ? [] : [record]));
    const project = projectOf(records);
    const shown = find(project, level.id);
    expect(shown !== undefined && isKnown(shown) && named(project, shown)).toBe(
      '培养层级“postgraduate”',
    );
    const groups = courseTable(project, start.id)?.groups ?? [];
    expect(groups.map(({ courseKind, rows }) => [courseKind, rows.length])).toEqual([
      ['internship', 1],
    ]);
  });

  it('stops nothing, though every choice there is has one: outline, rules, papers and summary are made', () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const records = [...randomProject(seed).records.values()].map(withOtherOptions);
      const project = projectOf(records);
      const courseId = records.find(({ kind }) => kind === 'course')?.id ?? null;
      const rows = outlineRows(project, new Set());
      const findings = checkProject(project).findings;
      const papers = paperKinds.flatMap(({ id: kind, subject, layouts }) =>
        layouts.map(({ id: layoutId }) =>
          buildPaper(project, {
            kind,
            layoutId,
            subjectId: subject === 'major' ? null : courseId,
          }),
        ),
      );
      expect(papers.every(({ ok }) => ok)).toBe(true);
      const told = JSON.stringify([rows, findings, papers, summaryOf(project)]);
      expect(told).not.toContain('undefined');
      expect(told).not.toContain('NaN');
    }
  });

  it('is not written by anybody here', () => {
    const spec = builtKinds.course.fields.courseKind;
    expect(checkedValue(spec, 'internship').ok).toBe(false);
    expect(checkedValue(spec, '').ok).toBe(false);
    expect(checkedValue(spec, 'elective')).toEqual({ ok: true, value: 'elective' });
  });
});

describe('a choice that may be unset', () => {
  const spec = choice('阶段', 'phase', {
    options: ['early', 'late'],
    words: ['前期', '后期'],
    unset: '未定',
  });

  it('begins unset, can be set and unset again', () => {
    expect(emptyValue(spec)).toBe('');
    expect(optionWord(spec, '')).toBe('未定');
    for (const value of ['', 'late']) {
      expect(fieldSchema(spec).safeParse(value).success).toBe(true);
      expect(checkedValue(spec, value)).toEqual({ ok: true, value });
    }
  });
});

describe('a date', () => {
  it('is stored as YYYY-MM-DD however it is typed; what is no day stays as it is written', () => {
    for (const typed of ['2026-11-05', '2026年11月5日', '2026.11.5', '２０２６/１１/０５']) {
      expect(dateText(typed)).toBe('2026-11-05');
    }
    for (const typed of ['', '2026年11月', '2026-13-40', '待定'])
      expect(dateText(typed)).toBe(typed);
    expect(checkedValue(builtKinds.approvalLine.fields.date, '2026年7月1日')).toEqual({
      ok: true,
      value: '2026-07-01',
    });
  });
});

describe('a note', () => {
  it('is never printed, whatever paper asks for it', () => {
    let notes = 0;
    for (const record of randomProject(3).records.values()) {
      if (!isKnown(record)) continue;
      for (const [field, { type }] of Object.entries(kindSpec(record.kind).fields)) {
        if (type !== 'note') continue;
        notes += 1;
        expect(boundField(record, field).text).toBe('');
      }
    }
    expect(notes).toBeGreaterThan(0);
  });
});

describe('the rung at which something came in', () => {
  it('is one that the ladder has, and that of a later field is above that of its kind', () => {
    for (const kind of kindNames) {
      const { rung, fields } = kindSpec(kind);
      const rungs = Object.values(fields).flatMap(({ since }) => since ?? []);
      for (const since of rungs) expect(since, kind).toBeGreaterThan(rung);
      for (const one of [rung, ...rungs]) {
        expect(Number.isInteger(one) && one >= 1 && one <= ladder.length, kind).toBe(true);
      }
    }
  });
});
