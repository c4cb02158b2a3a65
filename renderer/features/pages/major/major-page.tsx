import { useMemo } from 'react';
import { addLevel } from '@shared/core/commands/add-level';
import type { RecordId } from '@shared/core/kernel/id';
import { courseTable } from '@shared/core/hours/course-table';
import { childrenOf, type Project } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { majorParts } from '../../../state/major-parts';
import { useDocument, useView } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { characterCount } from '@shared/core/rules/reading';
import { Example } from '../example';
import { TextArea, TextLine } from '../fields/text-field';
import { useChildren, useRecord } from '../fields/use-field';
import { Glyph } from '../glyph';
import { IndexLink } from '../index-link';
import { PageFrame } from '../page-frame';
import { Band, CellLabel, SheetRow } from '../sheet';
import { levelWord, recordName } from '@shared/core/words/wording';
import { useCrumbs } from '../use-crumbs';
import { Occupations } from './occupations';

const fields = [
  ['name', '专业名称', '例：汽车维修'],
  ['baseCode', '专业代码', '例：0403'],
  ['category', '专业大类', '例：交通类'],
  ['school', '学校', '学校全称，印在文件上'],
  ['issuer', '发布单位', '例：示范技师学院'],
  ['issueDate', '发布日期', '例：2026年9月'],
] as const;
const levels = ['intermediate', 'advanced', 'preTechnician'] as const;
const sections = [
  { id: 'part-foreword', name: '说明' },
  { id: 'part-occupations', name: '对应职业' },
  { id: 'part-levels', name: '培养层级' },
  { id: 'part-pages', name: '各部分' },
];

/** 专业信息: what stands on every paper, the occupations the major is for, and its levels and parts. */
export function MajorPage({ majorId }: { readonly majorId: RecordId }) {
  const crumbs = useCrumbs(majorId);
  const major = useRecord('major', majorId);
  if (major === undefined) return null;
  const length = characterCount(major.foreword);
  return (
    <PageFrame crumbs={crumbs} title="专业信息" sections={sections}>
      <div className="sheet no-margin">
        <SheetRow className="name-row four-cells">
          {fields.map(([field, label, ghost]) => (
            <span key={field} className="cell-pair">
              <CellLabel why={['major', field]}>{label}</CellLabel>
              <span className="cell-value">
                <TextLine recordId={majorId} field={field} ghost={ghost} />
              </span>
            </span>
          ))}
        </SheetRow>
        <Band
          id="part-foreword"
          title="说明"
          note={length === 0 ? '印在封面之后，一页以内' : `${String(length)} 字`}
          why={['major', 'foreword']}
        />
        <SheetRow className="description">
          <TextArea recordId={majorId} field="foreword" ghost="在这里写……" />
          <Example kind="major" field="foreword" underField />
        </SheetRow>
        <Occupations majorId={majorId} />
        <Levels majorId={majorId} />
        <Parts majorId={majorId} />
        <SheetRow className="sheet-end">{null}</SheetRow>
      </div>
    </PageFrame>
  );
}

function Levels({ majorId }: { readonly majorId: RecordId }) {
  const present = useChildren('majorLevel', majorId);
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const missing = levels.filter((level) => !present.some((record) => record.level === level));
  return (
    <>
      <Band id="part-levels" title="培养层级" />
      {present.map((level) => (
        <LevelRow key={level.id} level={level} />
      ))}
      {!readOnly && missing.length > 0 && (
        <SheetRow className="adds">
          {missing.map((level) => (
            <button
              key={level}
              type="button"
              className="add"
              onClick={() => {
                execute(addLevel, { level });
              }}
            >
              <Glyph name="plus" />
              {`添加${levelWord(level)}`}
            </button>
          ))}
        </SheetRow>
      )}
    </>
  );
}

function LevelRow({ level }: { readonly level: RecordOf<'majorLevel'> }) {
  const tasks = useDocument(
    ({ project }) => childrenOf(project, level.id, 'typicalWorkTask').length,
  );
  const courses = useDocument(({ project }) => childrenOf(project, level.id, 'course').length);
  const project = useDocument((state) => state.project);
  const uneven = useMemo(() => unevenIn(project, level.id), [project, level.id]);
  return (
    <SheetRow className="index-row">
      <IndexLink
        id={level.id}
        name={recordName(level)}
        unnamed=""
        note={`${String(tasks)} 个典型工作任务 · ${String(courses)} 门课程${uneven === 0 ? '' : ` · 课程表 ${String(uneven)} 处不平`}`}
      />
    </SheetRow>
  );
}

/** How many places of the 课程表 of a level do not add up. */
function unevenIn(project: Project, levelId: RecordId): number {
  return childrenOf(project, levelId, 'startPoint').reduce(
    (sum, { id }) => sum + (courseTable(project, id)?.imbalances.length ?? 0),
    0,
  );
}

/** The further pages of the major. */
function Parts({ majorId }: { readonly majorId: RecordId }) {
  const show = useView((view) => view.show);
  return (
    <>
      <Band id="part-pages" title="专业课程标准的其他部分" />
      {majorParts.map(({ id, title }) => (
        <SheetRow key={id} className="index-row">
          <button
            type="button"
            className="index-link"
            onClick={() => {
              show({ kind: 'record', id: majorId, part: id });
            }}
          >
            <Glyph name="right" />
            <span>{title}</span>
          </button>
        </SheetRow>
      ))}
    </>
  );
}
