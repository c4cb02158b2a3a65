import { useMemo } from 'react';
import { distributeHours } from '@shared/core/commands/distribute-hours';
import { courseHours, type CourseHours } from '@shared/core/hours/course-hours';
import type { RecordId } from '@shared/core/kernel/id';
import { courseWays } from '@shared/core/ways-out/course-ways';
import { useDocument } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { LockToggle } from './fields/choice-field';
import { NumberField } from './fields/number-field';
import { TextLine } from './fields/text-field';
import { useRecord } from './fields/use-field';
import { CellLabel } from './sheet';
import { WaysOut } from './ways-out';
import { TextButton } from './page-button';

/** How the hours of the learning tasks stand to the 基准学时; not printed. */
export function HoursBar({ courseId }: { readonly courseId: RecordId }) {
  const execute = useExecute();
  const project = useDocument((state) => state.project);
  const readOnly = useDocument((state) => state.readOnly);
  const hours = useMemo(() => courseHours(project, courseId), [project, courseId]);
  const ways = useMemo(() => courseWays(project, courseId), [project, courseId]);
  if (hours === undefined || hours.parts.length === 0) return null;
  const { standard, sum, difference } = hours;
  return (
    <div className="hours">
      <div className="hours-bar" role="img" aria-label={hoursWords(hours)}>
        {hours.parts.map((part, index) => (
          <HoursPart key={part.id} name={`T${String(index + 1)}`} hours={part.hours} />
        ))}
        {difference > 0 && <span className="hours-lack">{`差${String(difference)}`}</span>}
        {difference < 0 && <span className="hours-lack">{`多${String(-difference)}`}</span>}
      </div>
      <div className="hours-sum">
        <span>
          合计 <b>{sum}</b>
          {standard !== null && `，基准 ${String(standard)}`}
        </span>
        {!readOnly && (
          <span className="hours-acts">
            {standard !== null && (
              <TextButton
                title="没有锁定的学习任务按比例分到基准学时"
                onClick={() => {
                  execute(distributeHours, { courseId });
                }}
              >
                自动分配学时
              </TextButton>
            )}
          </span>
        )}
      </div>
      <WaysOut ways={ways} label="学时怎样才平" />
    </div>
  );
}

function HoursPart({ name, hours }: { readonly name: string; readonly hours: number | null }) {
  return (
    <span className="hours-part" style={{ flexGrow: Math.max(hours ?? 0, 1) }}>
      {name}
      <b>{hours ?? '—'}</b>
    </span>
  );
}

function hoursWords({ sum, standard, difference }: CourseHours): string {
  const words = `学习任务学时合计${String(sum)}`;
  if (standard === null) return words;
  const gap = difference > 0 ? `，还差${String(difference)}` : `，多出${String(-difference)}`;
  return `${words}，基准学时${String(standard)}${difference === 0 ? '' : gap}`;
}

/** The first row of the form: 工学一体化课程名称 and 基准学时. */
export function CourseNameRow({ courseId }: { readonly courseId: RecordId }) {
  const kind = useRecord('course', courseId)?.courseKind;
  return (
    <div className="sheet-row">
      <div className="gutter" />
      <div className="name-row">
        <CellLabel why={['course', 'name']}>
          {kind === 'integrated' ? '工学一体化课程名称' : '课程名称'}
        </CellLabel>
        <span className="cell-value">
          <TextLine recordId={courseId} field="name" ghost="例：汽车维护" />
        </span>
        <CellLabel why={['course', 'standardHours']}>基准学时</CellLabel>
        <span className="cell-value cell-hours">
          <NumberField recordId={courseId} field="standardHours" unit="hours" ghost="例：180" />
          <LockToggle recordId={courseId} field="hoursLocked" />
        </span>
      </div>
      <div className="margin" />
    </div>
  );
}
