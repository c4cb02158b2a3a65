import { useStore } from 'zustand';
import type { SaveProblem } from '../../state/save-status';
import { useDocument, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { BusyBar } from './busy-bar';
import { ReadOnlyBar } from './read-only-bar';

/** What keeps the work from being saved or written: said where it happens, with the ways out, until it is over. */
export function ProblemBar() {
  const problems = useDocument((state) => state.status.problems);
  const notices = useDocument((state) => state.notices);
  const dismiss = useDocument((state) => state.dismissNotices);
  const { opener, view } = useStudio();
  const failure = useStore(opener.store, (state) => state.failure);
  return (
    <div className="bars">
      <BusyBar />
      <ReadOnlyBar />
      {failure === '' ? null : (
        <div className="bar bar-error" role="alert">
          <Icon name="stop" />
          <span>{failure}</span>
          <Button
            tone="link"
            onClick={() => {
              opener.dismiss();
            }}
          >
            知道了
          </Button>
        </div>
      )}
      {problems.map((problem) => (
        <Problem key={problem.where} problem={problem} />
      ))}
      {notices.length === 0 ? null : (
        <div className="bar bar-note" role="status" aria-label="打开时的说明">
          <Icon name="tick" />
          <span>{notices.join(' ')}</span>
          <span className="bar-ways">
            <Button
              tone="link"
              onClick={() => {
                view.getState().show({ kind: 'backups' });
              }}
            >
              看备份
            </Button>
            <Button tone="link" onClick={dismiss}>
              知道了
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}

const heads: Readonly<Record<SaveProblem['where'], string>> = {
  journal: '还没有保存。',
  file: '文件没有写进去。',
  drafts: '草稿库有问题。',
  backups: '备份要留意。',
};

function Problem({ problem }: { readonly problem: SaveProblem }) {
  const { where, message, state } = problem;
  const isBeside = where === 'drafts' || where === 'backups';
  const tone = isBeside ? 'bar bar-warn' : 'bar bar-error';
  return (
    <div className={tone} role="alert">
      <Icon name={isBeside ? 'warn' : 'stop'} />
      <span>
        <b>{heads[where]}</b>
        {message}
      </span>
      <span className="bar-ways">{where === 'file' ? <FileWays state={state} /> : null}</span>
    </div>
  );
}

function FileWays({ state }: { readonly state: SaveProblem['state'] }) {
  const { opener } = useStudio();
  if (state === 'changedOutside') {
    return (
      <>
        <Button tone="link" onClick={() => void opener.settleOutside('mineBeside')}>
          把我的另存在旁边
        </Button>
        <Button tone="link" onClick={() => void opener.settleOutside('theirs')}>
          用文件里的（我的留作备份）
        </Button>
      </>
    );
  }
  if (state === 'missing') {
    return (
      <>
        <Button tone="link" onClick={() => void opener.settleOutside('writeAgain')}>
          在原处重新写一份
        </Button>
        <Button tone="link" onClick={() => void opener.saveAs()}>
          另存为…
        </Button>
      </>
    );
  }
  return (
    <>
      <Button tone="link" onClick={() => void opener.writeNow()}>
        现在再试
      </Button>
      <Button tone="link" onClick={() => void opener.saveAs()}>
        另存为…
      </Button>
    </>
  );
}
