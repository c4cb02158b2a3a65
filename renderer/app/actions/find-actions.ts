import type { Hit } from '@shared/core/search/search-project';
import type { Studio } from '../../state/studio';
import { type Action, backToProject, canEdit, hasProject } from './action';

/** Goes to a hit and marks the words in their field. */
export function goToHit({ view }: Studio, hit: Hit): void {
  view.getState().select(hit);
  requestAnimationFrame(() => {
    const field = document.activeElement;
    if (
      field instanceof HTMLTextAreaElement &&
      field.value.slice(hit.start, hit.end) === hit.matched
    )
      field.setSelectionRange(hit.start, hit.end);
  });
}

/** What is marked in a field of the page, if it is short enough to be looked for. */
function markedWords(): string {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return '';
  const words = field.value.slice(field.selectionStart, field.selectionEnd);
  return words.length > 60 || words.includes('\n') ? '' : words;
}

function ask(studio: Studio, replacing: boolean): void {
  const { pending, find, view } = studio;
  const words = markedWords();
  pending.commitAll();
  backToProject(studio);
  view.getState().setSideTab('find');
  find.getState().ask(replacing, words);
}

/** 查找 */
export const findActions: readonly Action[] = [
  {
    id: 'find',
    title: '在整个专业里查找',
    keys: ['Ctrl+F'],
    words: '搜索',
    possible: hasProject,
    run: (studio) => {
      ask(studio, false);
    },
  },
  {
    id: 'replace',
    title: '查找和替换',
    keys: ['Ctrl+H'],
    words: '搜索 改词',
    possible: canEdit,
    run: (studio) => {
      ask(studio, true);
    },
  },
];
