import { useStore } from 'zustand';
import type { HeldText } from '../../state/pending-edits';
import { useDocument, useStudio } from '../../state/studio';
import { statusWords } from '../../state/save-status';
import { clockTime } from '../../ui/format-time';
import { Icon } from '../../ui/icon';

/**
 * The two words beside the file name: 已保存 while only the journal has it, 已写入 once the file has it, and
 * neither while a field holds text that is not in the journal.
 */
export function SaveStatus() {
  const status = useDocument((state) => state.status);
  const held = useStore(useStudio().pending.store);
  const { text, file, time, bad, quiet } = statusWords(status, held, clockTime);
  const written = time !== '';
  return (
    <span
      role="status"
      aria-live={quiet ? 'off' : 'polite'}
      aria-label="保存状态"
      className={bad ? 'save-status is-bad' : 'save-status'}
      data-head-seq={status.headSeq}
      data-saved-seq={status.savedSeq}
      data-written-seq={status.writtenSeq}
      data-held={heldWord(held)}
    >
      {bad ? <Icon name="stop" size={14} /> : null}
      {!bad && written ? <Icon name="tick" size={14} /> : null}
      <span className="save-words">
        {text}
        {file === '' ? null : <span className="hidden-title"> {file}</span>}
        {time === '' ? null : ` ${time}`}
      </span>
    </span>
  );
}

function heldWord({ writing, refused }: HeldText): string {
  if (writing) return 'writing';
  return refused ? 'refused' : 'nothing';
}
