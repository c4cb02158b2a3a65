import type { Change } from '@shared/core/changes/change';
import { type AnyRecord, isOf, type Kind } from '@shared/core/model/record';
import type { ViewState } from '../../state/view-store';

/** One thing to do with one's own hands in the first hour. */
export interface TourStep {
  readonly id: string;
  readonly title: string;
  /** Where and how, in one or two sentences that hold in every width of the window. */
  readonly how: string;
  /** An action of the window that leads there: its words on the button, its id in the registry. */
  readonly way: { readonly label: string; readonly actionId: string } | null;
  /** True when this change of the project is the step really done. */
  readonly doneBy?: (change: Change) => boolean;
  /** True when the window came to stand like that. */
  readonly doneIn?: (now: ViewState, before: ViewState) => boolean;
}

/** The way from a blank page to Word, once. The papers (`export`) are seen by what was kept of them. */
export const tourSteps: readonly TourStep[] = [
  {
    id: 'task',
    title: '写一个典型工作任务',
    how: '加一个，写上名称，例如“汽车发动机常见故障检修”。',
    way: { label: '加一个典型工作任务', actionId: 'add-typical-work-task' },
    doneBy: wrote('typicalWorkTask', ({ name }) => name),
  },
  {
    id: 'course',
    title: '由它生成一门课程',
    how: '在这个典型工作任务的页上加课程，名称自动带过来。',
    way: { label: '加一门课程', actionId: 'add-course' },
    doneBy: wrote('courseTask', () => true),
  },
  {
    id: 'objective',
    title: '写一条课程目标',
    how: '在课程页“课程目标”里写一句“能……”，按 Enter 换下一条。',
    way: null,
    doneBy: wrote('courseObjective', ({ text }) => text),
  },
  {
    id: 'learning-task',
    title: '加一个学习任务',
    how: '课程靠学习任务来学，给它写个名称。',
    way: { label: '加一个学习任务', actionId: 'add-learning-task' },
    doneBy: wrote('learningTask', ({ name }) => name),
  },
  {
    id: 'mark',
    title: '标出目标和学习任务的对应',
    how: '回到课程页，点课程目标那一行后面的圆圈：这条目标在哪个学习任务里学。',
    way: null,
    doneBy: wrote('objectiveTask', () => true),
  },
  {
    id: 'hours',
    title: '分学时',
    how: '在课程页填基准学时，再按比例分到各个学习任务；不合适的自己改。',
    way: { label: '按比例分配', actionId: 'distribute-hours' },
    doneBy: wrote('learningTask', ({ standardHours }) => standardHours),
  },
  {
    id: 'preview',
    title: '看预览',
    how: '打开预览，点纸上的一句话，就回到写它的地方。',
    way: { label: '看预览', actionId: 'show-preview' },
    doneIn: lookedAtPreview,
  },
  {
    id: 'export',
    title: '导出 Word',
    how: '选好样式，点“导出”，Word 就写在文件旁边。',
    way: { label: '导出文件…', actionId: 'export' },
  },
  {
    id: 'files',
    title: '知道文件在哪里',
    how: '文件名旁边写着“已写入”和时间，就可以拷走。再看一遍三个地方各存着什么。',
    way: { label: '看文件存在哪里', actionId: 'help-files' },
    doneIn: ({ page }) => page.kind === 'help' && page.topic === 'files',
  },
];

/** Something of a kind was put down: made, or changed in what `content` reads of it. */
function wrote(kind: Kind, content: (record: Fields) => unknown): (change: Change) => boolean {
  return (change) =>
    change.some(({ before, after }) => {
      const now = read(after, kind, content);
      return now !== null && now !== '' && now !== read(before, kind, content);
    });
}

/** What a step looks at, of whatever kind. */
type Fields = Readonly<Partial<Record<'name' | 'text' | 'standardHours', unknown>>>;

function read(record: AnyRecord | null, kind: Kind, content: (record: Fields) => unknown): unknown {
  if (record === null || !isOf(record, kind)) return null;
  return content(record as Fields) ?? null;
}

/** The preview was opened, or a sentence in it was gone to. */
function lookedAtPreview(now: ViewState, before: ViewState): boolean {
  if (now.sideTab !== 'preview' || now.sideOpen === false) return false;
  const opened = before.sideTab !== 'preview' || (now.sideOpen === true && !before.sideOpen);
  const asked = now.focusRequest !== before.focusRequest && now.focusRequest?.field !== undefined;
  return opened || asked;
}

/** The first step that has not been done, or undefined at the end. */
export function nextStep(done: readonly string[]): TourStep | undefined {
  return tourSteps.find(({ id }) => !done.includes(id));
}
