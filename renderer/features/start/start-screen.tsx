import { loadSample, sampleList } from '@shared/core/samples/sample-list';
import type { ProjectPlace } from '@shared/ipc/contract';
import { useSettings, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Icon, type IconName } from '../../ui/icon';
import { AsideSection } from './aside-section';
import { PlaceRow } from './place-row';
import { useFileDrop } from './use-file-drop';
import { useStartList } from './use-start-list';

/** The window before a project is open: begin, go on, try the sample, or drop a file. */
export function StartScreen() {
  return (
    <main className="start" id="region-page" aria-label="开始">
      <Beginning />
      <Files />
      <Samples />
    </main>
  );
}

function Beginning() {
  const { view, opener } = useStudio();
  const { backupsFolder } = useSettings((state) => state.settings);
  return (
    <section className="start-left" aria-label="做什么">
      <h1>工学课坊</h1>
      <p className="start-claim">一门专业写一遍，各种文件跟着出。</p>
      <div className="start-ways">
        <Way
          icon="pen"
          label="新建专业…"
          keys="Ctrl+N"
          run={() => {
            view.getState().setOverlay({ kind: 'create' });
          }}
        />
        <Way icon="folder" label="打开文件…" keys="Ctrl+O" run={() => void opener.pick()} />
        <Way
          icon="history"
          label="备份…"
          run={() => {
            view.getState().show({ kind: 'backups' });
          }}
        />
      </div>
      <p className="start-promise meta">
        不联网，不用账号。
        <br />
        文件存在您选的地方，另有备份：最近20份，30天内每天1份{backupsFolder === '' ? '' : '，在'}
        <span className="path">{backupsFolder}</span>。
        <Button
          tone="link"
          onClick={() => {
            view.getState().show({ kind: 'help', topic: 'files' });
          }}
        >
          都在哪里
        </Button>
      </p>
    </section>
  );
}

function Way(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}) {
  return (
    <button type="button" className="start-way" onClick={props.run}>
      <Icon name={props.icon} />
      <span>{props.label}</span>
      <span className="meta">{props.keys}</span>
    </button>
  );
}

function Files() {
  const { platform, opener, clock } = useStudio();
  const { list, reload } = useStartList();
  const now = clock();
  const forget = async ({ handle }: ProjectPlace) => {
    await platform['recent:forget']({ handle });
    reload();
  };
  if (list === null) return <section className="start-middle" aria-busy="true" aria-label="文件" />;
  const known = new Set(list.recent.map(({ place, fileName }) => `${place}/${fileName}`));
  const others = list.documents.filter(({ place, fileName }) => !known.has(`${place}/${fileName}`));
  return (
    <section className="start-middle" aria-label="文件">
      {list.failure === '' ? null : <p className="start-failure">{list.failure}</p>}
      {list.recent.length === 0 ? null : <h2>最近</h2>}
      <ul aria-label="最近">
        {list.recent.map((place) => (
          <PlaceRow
            key={place.handle}
            place={place}
            now={now}
            onOpen={() => void opener.open(place.handle)}
            onForget={() => void forget(place)}
          />
        ))}
      </ul>
      {others.length === 0 ? null : <h2>文档/工学课坊 里的</h2>}
      <ul aria-label="文档里的">
        {others.map((place) => (
          <PlaceRow
            key={place.handle}
            place={place}
            now={now}
            onOpen={() => void opener.open(place.handle)}
          />
        ))}
      </ul>
      <AsideSection places={list.aside} now={now} reload={reload} />
      {list.recent.length + others.length > 0 ? null : (
        <div className="start-empty">
          <h2>还没有文件</h2>
          <p>新建一个专业，或者先打开一个样例的副本看一看、改一改。</p>
        </div>
      )}
      <DropPlace />
    </section>
  );
}

function DropPlace() {
  const { over, failure } = useFileDrop();
  return (
    <div className={over ? 'start-drop is-over' : 'start-drop'}>
      <Icon name="drop" size={24} />
      <span>
        <b>把同事给的 .gxk 文件拖到这里打开</b>
        <span role="status" aria-label="拖放">
          {failure === '' ? '打开的是原文件；改动会写回原处，另有备份。' : failure}
        </span>
      </span>
    </div>
  );
}

function Samples() {
  const { opener, random } = useStudio();
  return (
    <section className="start-right" aria-label="样例">
      <h2>样例专业</h2>
      <p className="meta">完整写好的，打开的是副本，可以随便改。</p>
      <ul>
        {sampleList.map((sample) => (
          <li key={sample.id} className="start-sample">
            <b>{sample.title}</b>
            <p>{sample.description}</p>
            <Button
              tone="link"
              aria-label={`打开样例“${sample.title}”的副本`}
              onClick={() =>
                void loadSample(sample.id, random).then((records) =>
                  opener.create(sample.title, records),
                )
              }
            >
              打开样例
            </Button>
          </li>
        ))}
      </ul>
      <FirstTime />
    </section>
  );
}

function FirstTime() {
  const { view } = useStudio();
  return (
    <>
      <h2>第一次用</h2>
      <p className="start-first">
        先
        <Button
          tone="link"
          onClick={() => {
            view.getState().setTour({ open: true });
          }}
        >
          十分钟走一遍
        </Button>
        ，边做边学；想查什么，按 <kbd>F1</kbd>。
      </p>
    </>
  );
}
