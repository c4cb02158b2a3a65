import { useMemo } from 'react';
import { addLevel } from '@shared/core/commands/add-level';
import type { RecordId } from '@shared/core/kernel/id';
import { courseTable } from '@shared/core/hours/course-table';
import { childrenOf, type Project } from '@shared/core/model/project';

import { builtKinds } from '@shared/core/model/kinds';
import type { RecordOf } from '@shared/core/model/record';
import { partsOf } from '../../../state/pages/registry';
import { levelWord, recordName } from '@shared/core/words/wording';
import { useDocument, useView } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { useChildren } from '../fields/use-field';
import { IndexLink } from '../index-link';
import { Band, SheetRow } from '../sheet';
import { AddButton, TextButton } from '../page-button';

const levels = builtKinds.majorLevel.fields.level;

/** The 培养层级 there are, and those that can be added. */
export function Levels({ majorId }: { readonly majorId: RecordId }) {
  const present = useChildren('majorLevel', majorId);
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const missing = levels.options.filter(
    (level) => !present.some((record) => record.level === level),
  );
  return (
    <>
      <Band id="part-levels" title="培养层级" />
      {present.map((level) => (
        <LevelRow key={level.id} level={level} />
      ))}
      {!readOnly && missing.length > 0 && (
        <SheetRow className="adds">
          {missing.map((level) => (
            <AddButton
              key={level}
              onClick={() => {
                execute(addLevel, { level });
              }}
            >
              {`添加${levelWord(level)}`}
            </AddButton>
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
export function MajorPages({ majorId }: { readonly majorId: RecordId }) {
  return (
    <>
      <Band id="part-pages" title="专业课程标准的其他部分" />
      {partsOf('major').map(({ part, title = '' }) => (
        <SheetRow key={part} className="index-row">
          <IndexLink id={majorId} part={part} name={title} note="" />
        </SheetRow>
      ))}
    </>
  );
}

/** The goals of the levels follow the goal of the whole on the paper; each is written on its own page. */
export function LevelGoals({ majorId }: { readonly majorId: RecordId }) {
  const select = useView((view) => view.select);
  const levels = useChildren('majorLevel', majorId);
  if (levels.length === 0) return null;
  return (
    <section aria-labelledby="part-level-goals">
      <Band id="part-level-goals" title="各层级的培养目标与运行机制" />
      {levels.map((level) => (
        <SheetRow key={level.id} className="excerpt">
          <p className={level.goal === '' ? 'excerpt-empty' : 'excerpt-text'}>
            {level.goal === '' ? `${recordName(level)}的培养目标还没有写。` : level.goal}
          </p>
          <TextButton
            glyph="open"
            onClick={() => {
              select({ record: level.id, field: 'goal' });
            }}
          >
            {`到“${recordName(level)}”里写`}
          </TextButton>
        </SheetRow>
      ))}
    </section>
  );
}
