import { addLevel } from '@shared/core/commands/add-level';
import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf } from '@shared/core/model/project';
import { kindSpec, type RecordOf } from '@shared/core/model/record';
import { useDocument, useView } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { TextLine } from './fields/text-field';
import { useChildren } from './fields/use-field';
import { Glyph } from './glyph';
import { PageFrame } from './page-frame';
import { Band, SheetRow } from './sheet';
import { levelWord, useCrumbs } from './use-crumbs';

const fields = [
  ['name', '专业名称', '例：汽车维修'],
  ['baseCode', '专业代码', '例：0403'],
  ['category', '专业大类', '例：交通类'],
  ['school', '学校', '学校全称，印在文件上'],
] as const;
const levels = ['intermediate', 'advanced', 'preTechnician'] as const;

/** The major: what stands on every paper, and its levels. */
export function MajorPage({ majorId }: { readonly majorId: RecordId }) {
  const crumbs = useCrumbs(majorId);
  const present = useChildren('majorLevel', majorId);
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const missing = levels.filter((level) => !present.some((record) => record.level === level));
  return (
    <PageFrame crumbs={crumbs} title="专业" sections={[]}>
      <div className="sheet no-margin">
        {fields.map(([field, label, ghost]) => (
          <SheetRow key={field} className="name-row two-cells">
            <span className="cell-label">{label}</span>
            <span className="cell-value">
              <TextLine recordId={majorId} field={field} ghost={ghost} />
            </span>
          </SheetRow>
        ))}
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
                {`添加${wordOf(level)}`}
              </button>
            ))}
          </SheetRow>
        )}
        <SheetRow className="sheet-end">{null}</SheetRow>
      </div>
    </PageFrame>
  );
}

function LevelRow({ level }: { readonly level: RecordOf<'majorLevel'> }) {
  const select = useView((view) => view.select);
  const tasks = useDocument(
    ({ project }) => childrenOf(project, level.id, 'typicalWorkTask').length,
  );
  const courses = useDocument(({ project }) => childrenOf(project, level.id, 'course').length);
  return (
    <SheetRow className="index-row">
      <button
        type="button"
        className="index-link"
        onClick={() => {
          select(level.id);
        }}
      >
        <Glyph name="right" />
        <span>{levelWord(level)}</span>
        <span className="index-note">
          {`${String(tasks)} 个典型工作任务 · ${String(courses)} 门课程`}
        </span>
      </button>
    </SheetRow>
  );
}

function wordOf(level: (typeof levels)[number]): string {
  const spec = kindSpec('majorLevel').fields.level;
  return spec?.type === 'choice' ? (spec.words[spec.options.indexOf(level)] ?? '') : '';
}
