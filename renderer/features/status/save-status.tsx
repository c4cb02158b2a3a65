import { useDocument } from '../../state/studio';
import { statusWords } from '../../state/save-status';
import { clockTime } from '../../ui/format-time';
import { Icon } from '../../ui/icon';

/** The two words beside the file name: 已保存 while only the journal has it, 已写入 once the file has it. */
export function SaveStatus() {
  const status = useDocument((state) => state.status);
  const { text, file, time, bad } = statusWords(status, clockTime);
  const written = status.writtenSeq >= status.headSeq && status.savedSeq >= status.headSeq;
  return (
    <span
      role="status"
      aria-label="保存状态"
      className={bad ? 'save-status is-bad' : 'save-status'}
      data-head-seq={status.headSeq}
      data-saved-seq={status.savedSeq}
      data-written-seq={status.writtenSeq}
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
