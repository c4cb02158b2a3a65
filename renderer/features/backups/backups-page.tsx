import { useEffect, useState } from 'react';
import type { BackupInfo, IpcValue } from '@shared/ipc/contract';
import { type Studio, useDocument, useSettings, useStudio } from '../../state/studio';
import { countWords } from '../../state/count-words';
import { Button } from '../../ui/button';
import { PlainPage } from '../../ui/plain-page';
import { dayAndTime } from '../../ui/format-time';
import { BackupLook } from './backup-look';

type Look = IpcValue<'backups:look'>;

const reasons: Readonly<Record<BackupInfo['reason'], string>> = {
  auto: '自动',
  daily: '每天一份',
  'before-import': '导入前',
  'before-merge': '合并前',
  'before-upgrade': '升级前',
  'set-aside': '收起来的另一份',
  replaced: '换成拷回来的文件之前',
  'place-taken': '原处换了别的文件',
  unwritten: '没写进文件的',
};

interface Backups {
  readonly list: readonly BackupInfo[] | null;
  readonly failure: string;
}

async function ask({ platform }: Studio): Promise<Backups> {
  const reply = await platform['backups:list']();
  return reply.ok
    ? { list: reply.value, failure: '' }
    : { list: [], failure: reply.failure.message };
}

/** The backups of one project or of all; the open project is chosen to begin with where it has any. */
function useChosen(list: readonly BackupInfo[] | null): {
  readonly chosen: string;
  readonly choose: (projectId: string) => void;
  readonly shown: readonly BackupInfo[] | null;
} {
  const own = useDocument((state) => state.standing?.projectId) ?? '';
  const [asked, choose] = useState<string | null>(null);
  const hasOwn = list?.some(({ projectId }) => projectId === own) === true;
  const chosen = asked ?? (hasOwn ? own : '');
  const shown = list?.filter(({ projectId }) => chosen === '' || projectId === chosen) ?? null;
  return { chosen, choose, shown };
}

/** Every backup that is kept: look into it, or open a copy of it. */
export function BackupsPage() {
  const studio = useStudio();
  const { backupsFolder } = useSettings((state) => state.settings);
  const [{ list, failure }, setBackups] = useState<Backups>({ list: null, failure: '' });
  const { chosen, choose, shown } = useChosen(list);
  const [look, setLook] = useState<{ readonly handle: string; readonly seen: Look } | null>(null);
  useEffect(() => {
    void ask(studio).then(setBackups);
  }, [studio]);
  const open = async (handle: string) => {
    const reply = await studio.platform['backups:look']({ handle });
    if (reply.ok) setLook({ handle, seen: reply.value });
    else setBackups({ list, failure: reply.failure.message });
  };
  return (
    <PlainPage
      title="备份"
      lead={
        <>
          自动留最近20份，30天内每天1份；导入、合并、升级之前各另留一份。都在{' '}
          <span className="path">{backupsFolder}</span>，恢复时打开的是副本，现在的文件不动。
        </>
      }
      onBack={() => {
        studio.view.getState().goBack();
      }}
    >
      {failure === '' ? null : (
        <p className="start-failure" role="alert">
          {failure}
        </p>
      )}
      {list === null ? null : <Filter list={list} chosen={chosen} onChoose={choose} />}
      <div className="backups">
        <BackupList list={shown} onLook={(handle) => void open(handle)} looked={look?.handle} />
        {look === null ? null : (
          <BackupLook seen={look.seen} onRestore={() => void studio.opener.restore(look.handle)} />
        )}
      </div>
    </PlainPage>
  );
}

function Filter({
  list,
  chosen,
  onChoose,
}: {
  readonly list: readonly BackupInfo[];
  readonly chosen: string;
  readonly onChoose: (projectId: string) => void;
}) {
  const projects = projectsOf(list);
  if (projects.length < 2) return null;
  return (
    <label className="backup-filter">
      <span>看哪个专业的</span>
      <select
        className="choice"
        value={chosen}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        <option value="">全部（{list.length}份）</option>
        {projects.map(({ projectId, title, count }) => (
          <option key={projectId} value={projectId}>
            {title}（{count}份）
          </option>
        ))}
      </select>
    </label>
  );
}

/** The projects that have backups, each by the title of its newest. */
function projectsOf(list: readonly BackupInfo[]) {
  const ids = [...new Set(list.map(({ projectId }) => projectId))];
  return ids.map((projectId) => {
    const own = list.filter((backup) => backup.projectId === projectId);
    return { projectId, title: own[0]?.title ?? '', count: own.length };
  });
}

function BackupList({
  list,
  looked,
  onLook,
}: {
  readonly list: readonly BackupInfo[] | null;
  readonly looked: string | undefined;
  readonly onLook: (handle: string) => void;
}) {
  const { clock, opener } = useStudio();
  const now = clock();
  if (list === null) return <p className="meta">正在读…</p>;
  if (list.length === 0) return <p className="meta">还没有备份。写入文件之后就会有。</p>;
  return (
    <ul className="backup-list" aria-label="备份">
      {list.map((backup) => (
        <li
          key={backup.handle}
          className={backup.handle === looked ? 'backup is-current' : 'backup'}
        >
          <span>
            <b>{backup.title}</b>
            <span className="meta">
              {dayAndTime(backup.at, now)} · {reasons[backup.reason]} · {sizeWords(backup.bytes)}
              {backup.verified ? '' : ' · 没有核对过'}
            </span>
            <span className="meta">{countWords(backup.counts)}</span>
          </span>
          <Button
            size="small"
            aria-label={`看看 ${dayAndTime(backup.at, now)} 的“${backup.title}”`}
            onClick={() => {
              onLook(backup.handle);
            }}
          >
            看看
          </Button>
          <Button
            size="small"
            aria-label={`把 ${dayAndTime(backup.at, now)} 的“${backup.title}”恢复为副本`}
            onClick={() => void opener.restore(backup.handle)}
          >
            恢复为副本
          </Button>
        </li>
      ))}
    </ul>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1_048_576
    ? `${String(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
