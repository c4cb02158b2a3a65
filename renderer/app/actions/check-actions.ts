import { type Place, samePlace } from '@shared/core/model/place';
import { find } from '@shared/core/model/project';
import { isKnown } from '@shared/core/model/record';
import type { Finding } from '@shared/core/rules/check-project';
import { nextFinding, type Stop } from '@shared/core/rules/next-finding';
import { PageOrder } from '@shared/core/model/page-order';
import { severityWords } from '@shared/core/rules/rule';
import { takeFix } from '../../features/checks/fix-preview';
import { bySeverity, type CheckReport, findingKey } from '../../state/checks-store';
import type { Studio } from '../../state/studio';
import { regionIds } from '../regions';
import { type Action, backToProject, canEdit, hasProject, receipt, remark } from './action';

/** Goes to a place and opens what is said about it. */
export function goToPlace(studio: Studio, place: Place & { readonly ruleId: string }): void {
  const { checks, view } = studio;
  checks.getState().choose(findingKey(place), place);
  // What is asked for decides where the cursor is, even where no field can take it.
  view.getState().noteCursor(null);
  view.getState().select(place);
}

/** Where the teacher is: where F8 went last, as long as the cursor has not left it; else the cursor; else the page. */
function standpoint({ view, checks, document }: Studio): Place | null {
  const { cursor, page } = view.getState();
  const { stop } = checks.getState();
  const { project } = document.getState();
  if (stop !== null && (cursor === null || cursor.record === stop.record)) return stop;
  if (cursor !== null) return cursor;
  const shown = page.kind === 'record' ? find(project, page.id) : undefined;
  return shown !== undefined && isKnown(shown) ? { record: shown.id } : null;
}

/** Goes to the next place of the project that asks for something. */
export function goToNextStop(studio: Studio, direction: 'forward' | 'back'): void {
  studio.pending.commitAll();
  const { report } = studio.checks.getState();
  if (report === null) {
    remark(studio, '还在检查，马上就好。');
    return;
  }
  const { project } = studio.document.getState();
  const from = standpoint(studio);
  const stops = walked(studio, report).filter(({ record }) => project.records.has(record));
  const next = nextFinding(new PageOrder(project), stops, { from, direction });
  const stop = next && worstAt(stops, next);
  if (stop === undefined) {
    remark(studio, '该写的都写了，没有要改的。');
    return;
  }
  goToPlace(studio, stop);
  sayStop(studio, stop);
}

/** What F8 walks: what the panel lists while it is in sight, else all that asks for something. */
function walked({ checks, view }: Studio, { stops, unfinished }: CheckReport): readonly Stop[] {
  const { sideTab, sideOpen } = view.getState();
  const isListed = sideTab === 'checks' && sideOpen !== false;
  return isListed && checks.getState().only === 'unfinished' ? unfinished : stops;
}

/** Of all that is said about one place, the worst is opened. */
function worstAt(stops: readonly Stop[], place: Stop): Stop {
  const here = stops.flatMap((stop) =>
    'severity' in stop && samePlace(stop, place) ? [stop] : [],
  );
  return here.sort(bySeverity)[0] ?? place;
}

/** Said in the panel where it stands beside the page, else in one line at the foot. */
function sayStop(studio: Studio, stop: Stop): void {
  const side = document.getElementById(regionIds.side);
  const isBeside = side !== null && !side.parentElement?.classList.contains('side-over');
  if (isBeside && 'severity' in stop) {
    studio.view.getState().setSideTab('checks');
    studio.messages.getState().dismiss();
    return;
  }
  const word = 'severity' in stop ? severityWords[stop.severity] : '还没有写';
  studio.messages.getState().say({
    tone: 'receipt',
    text: `${word}：${stop.message}`,
    at: null,
    action: {
      label: '看检查',
      run: () => {
        studio.view.getState().setSideTab('checks');
      },
    },
  });
}

/** The finding that Alt+Enter mends: the open one, else the first at the cursor. */
function fixable({ checks, view }: Studio): Finding | undefined {
  const { report, selected } = checks.getState();
  const { cursor } = view.getState();
  const able = report?.open.filter((finding) => finding.fixable) ?? [];
  const chosen = able.find((finding) => findingKey(finding) === selected);
  const isHere = (finding: Finding) =>
    cursor !== null &&
    [cursor, { ...cursor, item: undefined }].some((place) => samePlace(place, finding));
  return able.find(isHere) ?? chosen;
}

function fixHere(studio: Studio): void {
  const finding = fixable(studio);
  if (finding === undefined) {
    remark(studio, '这里没有现成的改法。');
    return;
  }
  // The cursor stays where it is: what is mended is seen there.
  studio.pending.commitAll();
  const result = studio.document.getState().execute(takeFix, finding);
  if (result.ok) receipt(studio, result.value.label, true);
  else {
    const { message } = result.failure;
    studio.messages.getState().say({ tone: 'refusal', text: message, at: null, action: null });
  }
}

/** 检查 */
export const checkActions: readonly Action[] = [
  {
    id: 'show-checks',
    title: '看检查',
    // Where WPS checks the spelling.
    keys: ['F7'],
    words: '必改 该看看 建议 规则',
    possible: hasProject,
    run: (studio) => {
      backToProject(studio);
      studio.checks.getState().setOnly('all');
      studio.view.getState().setSideTab('checks');
    },
  },
  {
    id: 'show-unfinished',
    title: '看还没有写的',
    words: '未完成 完整度 缺',
    possible: hasProject,
    run: (studio) => {
      backToProject(studio);
      studio.checks.getState().setOnly('unfinished');
      studio.view.getState().setSideTab('checks');
    },
  },
  {
    id: 'next-stop',
    title: '到下一处要改或没写的',
    keys: ['F8'],
    words: '检查 未完成 下一处',
    possible: hasProject,
    run: (studio) => {
      goToNextStop(studio, 'forward');
    },
  },
  {
    id: 'previous-stop',
    title: '到上一处要改或没写的',
    keys: ['Shift+F8'],
    words: '检查 未完成 上一处',
    possible: hasProject,
    run: (studio) => {
      goToNextStop(studio, 'back');
    },
  },
  {
    id: 'take-fix',
    title: '照建议改好这一处',
    keys: ['Alt+Enter'],
    edits: true,
    words: '检查 修正',
    possible: canEdit,
    run: fixHere,
  },
];
