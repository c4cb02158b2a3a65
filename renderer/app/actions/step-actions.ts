import type { Branch } from '@shared/core/changes/history';
import type { Applied, DocumentState } from '../../state/document-state';
import { endWords } from '../../state/older';
import { changedPlace, isSeenOn, pagePlace } from '../../state/page-owner';
import type { Studio } from '../../state/studio';
import { type Action, canEdit, receipt, remark } from './action';

const words = {
  undo: { one: '已撤销', many: '已退回', back: '回到刚才', opposite: 'redo' },
  redo: { one: '已重做', many: '已前进', back: '退回刚才', opposite: 'undo' },
} as const;

/** Goes to where something was changed, unless it can be seen on the page that is shown. */
function goWhereChanged({ document, view }: Studio, { change }: Applied): void {
  const { project } = document.getState();
  const { page } = view.getState();
  const shown = page.kind === 'record' ? pagePlace(project, page) : undefined;
  if (shown !== undefined && change.some((part) => isSeenOn(project, part, shown))) return;
  const [first] = change.flatMap((part) => changedPlace(project, part) ?? []);
  if (first !== undefined) view.getState().show({ kind: 'record', ...first });
}

/** Goes to where something was taken back, and says what. */
function shownAgain(studio: Studio, word: string, applied: Applied): void {
  goWhereChanged(studio, applied);
  receipt(studio, `${word}：${applied.label}`);
}

/** Takes the last step back; where the window knows no more, the journal is asked first. */
async function takeBack(studio: Studio): Promise<void> {
  studio.pending.commitAll();
  const applied = await afterReading(studio, (state) => state.undo());
  if (applied !== undefined) shownAgain(studio, words.undo.one, applied);
  else remark(studio, endWords(studio.document.getState().older));
}

async function doAgain(studio: Studio): Promise<void> {
  studio.pending.commitAll();
  const applied = await afterReading(studio, (state) =>
    state.history.isFutureKnown && state.history.future.isEmpty() ? 'none' : state.redo(),
  );
  if (applied === undefined || applied === 'none') remark(studio, nothingAgain(studio));
  else shownAgain(studio, words.redo.one, applied);
}

function nothingAgain({ document }: Studio): string {
  const aside = document.getState().history.branches.peek();
  return aside === undefined
    ? '没有可以重做的。'
    : `没有可以重做的。撤销过的 ${String(aside.steps.size)} 步还在“历史”里，可以取回。`;
}

/** Brings back what undo had passed over; the receipt takes it away again. */
export function bringBackBranch(studio: Studio, branch: Branch): void {
  studio.pending.commitAll();
  const back = studio.document.getState().bringBack(branch);
  if (back === undefined) {
    remark(studio, '这几步和现在的内容接不上，没有取回。');
  } else if (back.change.length === 0) remark(studio, '这几步的内容现在都在，不用取回。');
  else {
    goWhereChanged(studio, back);
    receipt(studio, `${back.label}${back.isBeside ? '' : '（内容回到当时的样子）'}`, true);
  }
}

/** Tries at once, and again with every page the journal gives. */
async function afterReading<Done>(
  studio: Studio,
  attempt: (state: DocumentState) => Done | undefined,
): Promise<Done | undefined> {
  const { document, older } = studio;
  const { session } = document.getState();
  for (;;) {
    const done = attempt(document.getState());
    if (done !== undefined || document.getState().older.from === null) return done;
    remark(studio, '正在从日志里取更早的步骤…');
    await older.more();
    const now = document.getState();
    if (now.session !== session) return undefined;
    if (now.older.problem !== '') return attempt(now);
  }
}

/** Goes back or forth by many steps at once, as one entry; the receipt offers the way back. */
export function moveInHistory(studio: Studio, action: 'undo' | 'redo', count: number): void {
  studio.pending.commitAll();
  const { document, messages } = studio;
  const applied = document.getState()[action](count);
  if (applied === undefined) {
    remark(studio, endWords(document.getState().older));
    return;
  }
  goWhereChanged(studio, applied);
  const { one, many, back, opposite } = words[action];
  const { standing } = document.getState();
  messages.getState().say({
    tone: 'receipt',
    text: count === 1 ? `${one}：${applied.label}` : `${many} ${String(count)} 步`,
    at: null,
    action: {
      label: back,
      run: () => {
        // What was done since is not to be lost.
        if (document.getState().standing === standing) moveInHistory(studio, opposite, count);
      },
    },
  });
}

/** 撤销、重做 */
export const stepActions: readonly Action[] = [
  {
    id: 'undo',
    title: '撤销',
    keys: ['Ctrl+Z'],
    edits: true,
    possible: canEdit,
    run: (studio) => void takeBack(studio),
  },
  {
    id: 'redo',
    title: '重做',
    keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
    edits: true,
    possible: canEdit,
    run: (studio) => void doAgain(studio),
  },
];
