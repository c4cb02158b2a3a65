import { memo, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Project } from '@shared/core/model/project';
import { paperGroups } from '@shared/core/papers/paper-kinds';
import { createPaperMaking } from '../features/preview/paper-making';
import { PaperPreview } from '../features/preview/paper-preview';
import { useSettled } from '../features/preview/use-settled';
import { useDocument, useStudio, useView } from '../state/studio';
import {
  paperOfPage,
  placeOfPage,
  previewChoices,
  previewShown,
  usualPreview,
} from './shown-paper';

/** The paper of the page as it will be printed, made anew when edits rest a moment. */
export function PreviewPanel() {
  const session = useDocument((state) => state.session);
  const isWriting = useStore(useStudio().pending.store, ({ writing }) => writing);
  const project = useSettled(
    useDocument((state) => state.project),
    { isWriting, owner: session },
  );
  // Not yet: the page is drawn first, then what it will look like on paper.
  if (project === undefined) return <div className="preview-panel" />;
  return <PagePreview project={project} />;
}

/** Drawn when edits have rested, not with each of them. */
const PagePreview = memo(function PagePreview({ project }: { readonly project: Project }) {
  const page = useView((state) => state.page);
  const shown = useView((state) => previewShown(project, state));
  const choosePreview = useView((state) => state.choosePreview);
  const [paperOf] = useState(createPaperMaking);
  const place = useMemo(() => placeOfPage(project, page), [project, page]);
  const request = paperOfPage(project, page, shown);
  const paper = request && paperOf(project, request);
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
          value={shown}
          onChange={(event) => {
            choosePreview(usualPreview(project, page), event.target.value);
          }}
        >
          {paperGroups.map(({ subject, title }) => (
            <optgroup key={subject} label={title}>
              {previewChoices
                .filter(({ kind }) => kind.subject === subject)
                .map((choice) => (
                  <option key={choice.id} value={choice.id}>
                    {choice.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {paper.ok ? (
        <PaperPreview paper={paper.value} place={place} />
      ) : (
        <p className="panel-empty">{paper.failure.message}</p>
      )}
    </div>
  );
});
