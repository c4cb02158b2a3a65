import { memo, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, closest, type Project, referrersOf } from '@shared/core/model/project';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { createPaperMaking } from '../features/preview/paper-making';
import { PaperPreview } from '../features/preview/paper-preview';
import { useSettled } from '../features/preview/use-settled';
import { useDocument, useView } from '../state/studio';

const options = paperKinds.flatMap((kind) =>
  kind.layouts.map(({ id, title }) => {
    const isMajor = kind.subject === 'major';
    return { kind, layoutId: id, name: isMajor ? `${kind.title} · ${title}` : title };
  }),
);
/** The course at hand is shown first. */
const first = options.findIndex(({ kind }) => kind.subject === 'course');

/** The course of the page as it will be printed, made anew when edits rest a moment. */
export function PreviewPanel() {
  const session = useDocument((state) => state.session);
  const project = useSettled(
    useDocument((state) => state.project),
    session,
  );
  // Not yet: the page is drawn first, then what it will look like on paper.
  if (project === undefined) return <div className="preview-panel" />;
  return <CoursePreview project={project} />;
}

/** Drawn when edits have rested, not with each of them. */
const CoursePreview = memo(function CoursePreview({ project }: { readonly project: Project }) {
  const page = useView((state) => state.page);
  const [at, setAt] = useState(first);
  const option = options[at];
  const courseId = courseFor(project, page.kind === 'record' ? page.id : null);
  const [paperOf] = useState(createPaperMaking);
  const paper =
    option && (option.kind.subject === 'major' || courseId !== undefined)
      ? paperOf(project, {
          kind: option.kind.id,
          layoutId: option.layoutId,
          courseId: option.kind.subject === 'major' ? null : (courseId ?? null),
        })
      : undefined;
  if (paper === undefined) {
    return (
      <div className="panel-empty">
        <h3>这里还没有可看的文件</h3>
        <p>先加一门课程，课程标准就会一边写一边出现在这里。</p>
      </div>
    );
  }
  return (
    <div className="preview-panel">
      <div className="preview-layout">
        <select
          className="choice"
          aria-label="版式"
          value={at}
          onChange={(event) => {
            setAt(Number(event.target.value));
          }}
        >
          {options.map(({ layoutId, name }, index) => (
            <option key={layoutId} value={index}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {paper.ok ? (
        <PaperPreview paper={paper.value} />
      ) : (
        <p className="panel-empty">{paper.failure.message}</p>
      )}
    </div>
  );
});

/** The course of a page: its own, that of its 典型工作任务, or the first of the level. */
function courseFor(project: Project, id: RecordId | null): RecordId | undefined {
  if (id === null) return undefined;
  const own = closest(project, id, 'course');
  if (own !== undefined) return own.id;
  const task = closest(project, id, 'typicalWorkTask');
  if (task !== undefined) {
    const [link] = referrersOf(project, task.id, 'courseTask');
    return link?.parentId ?? undefined;
  }
  const level = closest(project, id, 'majorLevel');
  const levels = level ? [level] : childrenOf(project, id, 'majorLevel');
  return levels.flatMap((one) => childrenOf(project, one.id, 'course'))[0]?.id;
}
