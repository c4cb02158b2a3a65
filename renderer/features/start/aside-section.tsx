import { useState } from 'react';
import type { AsidePlace } from '@shared/ipc/contract';
import { useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Question } from '../../ui/dialog';
import { dayAndTime } from '../../ui/format-time';
import { Icon } from '../../ui/icon';

const reasons: Readonly<Record<AsidePlace['reason'], string>> = {
  'set-aside': '没有选中的那份稿子',
  replaced: '换成拷回来的文件之前',
  'place-taken': '原处换成了别的文件',
  unwritten: '已保存，还没有写进文件',
};
/** More are among the backups. */
const mostShown = 5;

interface Props {
  readonly places: readonly AsidePlace[];
  readonly now: string;
  readonly reload: () => void;
}

/** What was put aside when something else took its place: opened from here, and taken off the list after a question. */
export function AsideSection({ places, now, reload }: Props) {
  const { opener, view } = useStudio();
  const [leaving, setLeaving] = useState<AsidePlace | null>(null);
  if (places.length === 0) return null;
  const more = places.length - mostShown;
  return (
    <>
      <h2>收起来的</h2>
      <ul aria-label="收起来的">
        {places.slice(0, mostShown).map((place) => (
          <AsideRow
            key={place.handle}
            place={place}
            now={now}
            onOpen={() => void opener.openAside(place.handle)}
            onForget={() => {
              setLeaving(place);
            }}
          />
        ))}
      </ul>
      {more <= 0 ? null : (
        <Button
          tone="link"
          onClick={() => {
            view.getState().show({ kind: 'backups' });
          }}
        >
          还有{more}份，在备份里
        </Button>
      )}
      {leaving === null ? null : (
        <ForgetQuestion
          place={leaving}
          onClose={() => {
            setLeaving(null);
            reload();
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly place: AsidePlace;
  readonly now: string;
  readonly onOpen: () => void;
  readonly onForget: () => void;
}

function AsideRow({ place, now, onOpen, onForget }: RowProps) {
  const { title, at, reason, fileName, place: folder } = place;
  const where = fileName === '' ? '' : `${folder}/${fileName}`;
  return (
    <li className="place is-aside">
      <button type="button" className="place-open" onClick={onOpen}>
        <Icon name="history" size={16} />
        <span className="place-what">
          <span>
            {title} <span className="meta">{reasons[reason]}</span>
          </span>
          <span className="place-where">
            <span className="path cut" title={where}>
              {where}
            </span>
          </span>
        </span>
        <span className="place-when">{at === '' ? '' : dayAndTime(at, now)}</span>
      </button>
      <button
        type="button"
        className="place-forget"
        aria-label={`把收起来的“${title}”从列表里去掉`}
        onClick={onForget}
      >
        <Icon name="close" size={12} />
      </button>
    </li>
  );
}

function ForgetQuestion({
  place,
  onClose,
}: {
  readonly place: AsidePlace;
  readonly onClose: () => void;
}) {
  const { platform } = useStudio();
  const [failure, setFailure] = useState('');
  const forget = async () => {
    const reply = await platform['aside:forget']({ handle: place.handle });
    if (reply.ok) onClose();
    else setFailure(reply.failure.message);
  };
  return (
    <Question
      title={`把“${place.title}”从列表里去掉？`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>留着</Button>
          <Button tone="primary" onClick={() => void forget()}>
            去掉
          </Button>
        </>
      }
    >
      <p>
        {place.source === 'copy'
          ? '只是这里不再列出；副本还在备份文件夹里，从“备份”照样能打开。'
          : '先收成一份副本，放进备份文件夹，这里不再列出；从“备份”照样能打开。'}
      </p>
      {failure === '' ? null : (
        <p className="start-failure" role="alert">
          {failure}
        </p>
      )}
    </Question>
  );
}
