import type { ReactNode } from 'react';
import { childrenOf, closest, type Project } from '@shared/core/model/project';
import { useDocument, useSettings, useView } from '../../state/studio';

/** The foot of the window: what is open and how much of it, and the state of the machine's own stores. */
export function StatusBar({ children }: { readonly children?: ReactNode }) {
  const session = useDocument((state) => state.session);
  const file = useDocument((state) => state.status.file);
  const draftsBad = useDocument((state) =>
    state.status.problems.some(({ where }) => where === 'drafts'),
  );
  const version = useSettings((state) => state.version);
  const page = useView((state) => state.page);
  const summary = useDocument(({ project }) =>
    page.kind === 'record' ? courseSummary(project, page.id) : '',
  );
  return (
    <footer className="status-bar">
      {session === null ? <span>版本 {version}</span> : <span className="path">{file.place}</span>}
      <span className="grow" />
      {summary === '' ? null : <span className="status-detail">{summary}</span>}
      {draftsBad ? <span>草稿库有问题</span> : null}
      {children}
    </footer>
  );
}

function courseSummary(project: Project, id: string): string {
  const course = closest(project, id, 'course');
  if (course === undefined) return '';
  const tasks = childrenOf(project, course.id, 'learningTask');
  const sum = tasks.reduce((total, { standardHours }) => total + (standardHours ?? 0), 0);
  const objectives = childrenOf(project, course.id, 'courseObjective').length;
  const hours = course.standardHours === null ? '' : `／${String(course.standardHours)}`;
  return `课程目标 ${String(objectives)} 条 · 学习任务 ${String(tasks.length)} 个 · 学时 ${String(sum)}${hours}`;
}
