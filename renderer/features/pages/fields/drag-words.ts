import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';
import type { RecordId } from '@shared/core/kernel/id';

interface DragWords {
  readonly announcements: Announcements;
  readonly screenReaderInstructions: ScreenReaderInstructions;
}

/** What a screen reader says while a line is dragged. */
export function dragWords(noun: string, ids: readonly RecordId[]): DragWords {
  const placed = (id: unknown) => `${noun} ${String(ids.indexOf(String(id)) + 1)}`;
  return {
    screenReaderInstructions: { draggable: '按住鼠标拖动；用键盘时在文字里按 Alt+↑ 或 Alt+↓。' },
    announcements: {
      onDragStart: ({ active }) => `拿起${placed(active.id)}。`,
      onDragOver: ({ active, over }) =>
        over === null ? `${placed(active.id)}不在可放的位置。` : `移到${placed(over.id)}的位置。`,
      onDragEnd: ({ over }) => (over === null ? '没有移动。' : `放在${placed(over.id)}的位置。`),
      onDragCancel: () => '已取消移动。',
    },
  };
}
