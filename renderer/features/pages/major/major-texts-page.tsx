import type { RecordId } from '@shared/core/kernel/id';
import { type FieldName, fieldSpec } from '@shared/core/model/record';
import { type MajorPartId, partTitle } from '../../../state/major-parts';
import { useView } from '../../../state/studio';
import { characterCount } from '@shared/core/rules/reading';
import { Example } from '../example';
import { TextArea } from '../fields/text-field';
import { useChildren, useRecord } from '../fields/use-field';
import { Glyph } from '../glyph';
import { PageFrame } from '../page-frame';
import { Band, SheetRow } from '../sheet';
import { recordName } from '@shared/core/words/wording';
import { useCrumbs } from '../use-crumbs';

/** What stands over a text on the form. */
const titles: Readonly<Partial<Record<FieldName<'major'>, string>>> = {
  staffAdvice: '（一）师资队伍',
  venueAdvice: '（二）场地设备',
  resourceAdvice: '（三）教学资源',
  managementAdvice: '（四）教学管理制度',
  comprehensiveEvaluation: '（一）综合职业能力评价',
  skillEvaluation: '（二）职业技能评价',
  graduateEvaluation: '（三）毕业生就业质量分析',
};

interface MajorTextsPageProps {
  readonly majorId: RecordId;
  readonly part: MajorPartId;
  readonly fields: readonly FieldName<'major'>[];
}

/** A part of the major that is made of long texts, one under another as the paper has them. */
export function MajorTextsPage({ majorId, part, fields }: MajorTextsPageProps) {
  const crumbs = useCrumbs(majorId);
  const major = useRecord('major', majorId);
  if (major === undefined) return null;
  const sections = fields.map((field) => ({ id: `part-${field}`, name: titleOfField(field) }));
  return (
    <PageFrame
      crumbs={[...crumbs, { id: majorId, name: major.name }]}
      title={partTitle(part)}
      sections={sections}
    >
      <div className="sheet no-margin">
        {fields.map((field) => (
          <section key={field} aria-labelledby={`part-${field}`}>
            <Band
              id={`part-${field}`}
              title={titleOfField(field)}
              note={wordCount(major[field])}
              why={['major', field]}
            />
            <SheetRow className="description">
              <TextArea recordId={majorId} field={field} ghost="在这里写……" />
              <Example kind="major" field={field} underField />
            </SheetRow>
          </section>
        ))}
        {part === 'goals' && <LevelGoals majorId={majorId} />}
      </div>
    </PageFrame>
  );
}

function titleOfField(field: FieldName<'major'>): string {
  return titles[field] ?? fieldSpec('major', field)?.label ?? '';
}

function wordCount(text: string): string {
  const count = characterCount(text);
  return count === 0 ? '还没有写' : `${String(count)} 字`;
}

/** The goals of the levels follow the goal of the whole on the paper; each is written on its own page. */
function LevelGoals({ majorId }: { readonly majorId: RecordId }) {
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
          <button
            type="button"
            className="text-button"
            onClick={() => {
              select({ record: level.id, field: 'goal' });
            }}
          >
            <Glyph name="open" />
            {`到“${recordName(level)}”里写`}
          </button>
        </SheetRow>
      ))}
    </section>
  );
}
