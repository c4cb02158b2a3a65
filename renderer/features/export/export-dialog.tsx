import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { closest, type Project, titleOf } from '@shared/core/model/project';
import { isOf, type RecordOf } from '@shared/core/model/record';
import type { PaperRequest } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { useDocument, useView } from '../../state/studio';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ExportFiles, ExportResult } from './export-files';
import { useExport } from './use-export';

interface Props {
  readonly onClose: () => void;
}

/** Word files of the chosen courses, in the chosen layouts; what is unfinished is said before they are written. */
export function ExportDialog({ onClose }: Props) {
  const courses = useCourses();
  const shown = useShownCourse();
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(
    () => new Set(shown === undefined ? courses.map(({ id }) => id) : [shown]),
  );
  const [layouts, setLayouts] = useState<ReadonlySet<string>>(() => new Set(firstLayouts));
  const requests = useMemo(() => requestsFor(courses, chosen, layouts), [courses, chosen, layouts]);
  const papers = useExport(requests);
  const { step, made, wanted, plan } = papers.state;
  const written = step === 'written';
  const busy = step === 'making' ? `正在准备 ${String(made)}/${String(wanted)}…` : '正在写…';
  return (
    <Dialog
      title="导出文件"
      size="wide"
      onClose={onClose}
      footer={
        <>
          <span className="meta grow" role="status" aria-label="导出进度">
            {wanted > 0 && (step === 'making' || step === 'writing') ? busy : ''}
          </span>
          {written ? (
            <Button onClick={papers.reveal}>打开文件夹</Button>
          ) : (
            <Button onClick={onClose}>取消</Button>
          )}
          {written ? (
            <Button tone="primary" onClick={onClose}>
              完成
            </Button>
          ) : (
            <Button
              tone="primary"
              disabled={step !== 'ready' || plan === null}
              onClick={papers.write}
            >
              导出 {plan?.files.length ?? 0} 份
            </Button>
          )}
        </>
      }
    >
      {written ? (
        <ExportResult papers={papers} />
      ) : (
        <>
          <div className="export-choices">
            <Checks
              label="课程"
              options={courses.map((course) => ({ id: course.id, name: titleOf(course) }))}
              chosen={chosen}
              onChange={setChosen}
            />
            <Checks label="样式" options={allLayouts} chosen={layouts} onChange={setLayouts} />
          </div>
          <ExportFiles papers={papers} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}

const allLayouts = paperKinds.flatMap(({ title, layouts }) =>
  layouts.map((layout) => ({ id: layout.id, name: `${title} · ${layout.title}` })),
);
/** To begin with, the usual paper of the courses; those of the whole major are asked for. */
const firstLayouts = paperKinds
  .filter(({ subject }) => subject === 'course')
  .flatMap(({ layouts }) => layouts.slice(0, 1).map(({ id }) => id));

function useCourses(): readonly RecordOf<'course'>[] {
  const project = useDocument((state) => state.project);
  return useMemo(
    () => [...project.records.values()].filter((record) => isOf(record, 'course')),
    [project],
  );
}

function useShownCourse(): RecordId | undefined {
  const page = useView((state) => state.page);
  return useDocument(({ project }) => courseOf(project, page.kind === 'record' ? page.id : null));
}

function courseOf(project: Project, id: RecordId | null): RecordId | undefined {
  return id === null ? undefined : closest(project, id, 'course')?.id;
}

function requestsFor(
  courses: readonly RecordOf<'course'>[],
  chosen: ReadonlySet<RecordId>,
  layouts: ReadonlySet<string>,
): readonly PaperRequest[] {
  const wanted = (kind: (typeof paperKinds)[number]) =>
    kind.layouts.filter((layout) => layouts.has(layout.id));
  const ofMajor = paperKinds.filter(({ subject }) => subject === 'major');
  const ofCourses = paperKinds.filter(({ subject }) => subject === 'course');
  return [
    ...ofMajor.flatMap((kind) =>
      wanted(kind).map(({ id }) => ({ kind: kind.id, layoutId: id, courseId: null })),
    ),
    ...courses
      .filter(({ id }) => chosen.has(id))
      .flatMap(({ id: courseId }) =>
        ofCourses.flatMap((kind) =>
          wanted(kind).map(({ id }) => ({ kind: kind.id, layoutId: id, courseId })),
        ),
      ),
  ];
}

function Checks({
  label,
  options,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  return (
    <fieldset className="checks">
      <legend>{label}</legend>
      {options.map(({ id, name }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={chosen.has(id)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.target.checked) next.add(id);
              else next.delete(id);
              onChange(next);
            }}
          />
          <span>{name}</span>
        </label>
      ))}
      {options.length === 0 ? <p className="meta">还没有课程。</p> : null}
    </fieldset>
  );
}
