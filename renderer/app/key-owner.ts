import { textFieldAt } from '../state/writing/own-undo';

/**
 * True when keys pressed there may change the document. A dialog and a menu are asked before anything
 * else is done, and a field in which nothing of the document stands (筛选, 查找, 设置) has its keys for itself.
 */
export function isOfDocument(target: Element | null): boolean {
  if (document.querySelector('.dialog') !== null) return false;
  if (target === null) return true;
  if (target.closest('[role=menu], [data-own-undo]') !== null) return false;
  return textFieldAt(target) === undefined || target.closest('[data-written-in]') !== null;
}
