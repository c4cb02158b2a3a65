import type { KeyboardEvent } from 'react';

/** -1 or 1 for Shift+↑ and Shift+↓, else 0. */
export function shiftStep({ key, shiftKey, altKey, ctrlKey }: KeyboardEvent): -1 | 0 | 1 {
  if (!shiftKey || altKey || ctrlKey) return 0;
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

export function isAll({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'a';
}

export function isLetter({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !altKey && !metaKey;
}

export function isRemoval({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return (key === 'Delete' || key === 'Backspace') && !ctrlKey && !altKey && !metaKey;
}

/** Keys on the way to a shortcut, and the shortcuts that want the selection. */
export function keepsSelection({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (['Control', 'Shift', 'Alt', 'Meta'].includes(key)) return true;
  return (ctrlKey || metaKey) && ['c', 'x', 'v'].includes(key.toLowerCase());
}
