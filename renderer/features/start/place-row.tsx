import type { ProjectPlace } from '@shared/ipc/contract';
import { countWords } from '../../state/count-words';
import { dayAndTime } from '../../ui/format-time';
import { Icon } from '../../ui/icon';

interface Props {
  readonly place: ProjectPlace;
  readonly now: string;
  readonly onOpen: () => void;
  /** Left out where the row stands for a file in the folder itself. */
  readonly onForget?: () => void;
}

/** A project file on a list: its title, where it lies, when it was written, how much is in it. */
export function PlaceRow({ place, now, onOpen, onForget }: Props) {
  const { title, place: folder, fileName, savedAt, note, unwritten } = place;
  const warning =
    note === '' && unwritten > 0 ? `本机还有 ${String(unwritten)} 处修改，打开后写回` : note;
  return (
    <li className="place">
      <button type="button" className="place-open" onClick={onOpen}>
        <Icon name="file" size={20} />
        <span className="place-what">
          <b>{title === '' ? fileName : title}</b>
          <span className="place-where">
            <span className="path cut" title={`${folder}/${fileName}`}>
              {`${folder}/${fileName}`}
            </span>
            {warning === '' ? null : (
              <span className="place-note">
                <Icon name="warn" size={13} />
                {warning}
              </span>
            )}
          </span>
        </span>
        <span className="place-when">
          {savedAt === '' ? '' : `${dayAndTime(savedAt, now)} 写入`}
          <span className="meta">{countWords(place.counts)}</span>
        </span>
      </button>
      {onForget === undefined ? null : (
        <button
          type="button"
          className="place-forget"
          aria-label={`从列表里去掉“${title}”`}
          onClick={onForget}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </li>
  );
}
