import { useRef } from 'react';
import type { WriteState } from '@shared/ipc/contract';
import type { TwoHeads } from '../../state/opener-state';
import { useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Question } from '../../ui/dialog';
import { dayAndTime } from '../../ui/format-time';

/** Two states of one project of which neither contains the other: both are kept, the teacher chooses one to go on with. */
export function TwoHeadsDialog({ heads }: { readonly heads: TwoHeads }) {
  const { opener } = useStudio();
  const later = useRef<HTMLButtonElement>(null);
  return (
    <Question
      title="这是两份不同的稿子"
      size="wide"
      onClose={() => void opener.settleHeads(null)}
      initialFocus={later}
      footer={
        <>
          <Button ref={later} onClick={() => void opener.settleHeads(null)}>
            先不打开
          </Button>
          <Button onClick={() => void opener.settleHeads('mine')}>用本机的</Button>
          <Button onClick={() => void opener.settleHeads('theirs')}>用文件里的</Button>
        </>
      }
    >
      <p>
        同一个专业，两边各自改过，谁也不包含谁。现在用哪一份接着写？没有选中的那份收进备份，不会丢。
      </p>
      <div className="two-heads">
        <Head title="本机的稿子" head={heads.mine} />
        <Head title="文件里的稿子" head={heads.theirs} />
      </div>
    </Question>
  );
}

function Head({ title, head }: { readonly title: string; readonly head: TwoHeads['mine'] }) {
  const { clock } = useStudio();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="meta">
        {head.title}
        {head.savedAt === '' ? '' : ` · ${dayAndTime(head.savedAt, clock())}`}
      </p>
      <p className="meta path">{head.place === '' ? '' : `${head.place}/${head.fileName}`}</p>
      {head.lastSteps.length === 0 ? (
        <p className="meta">看不到它最近的步骤</p>
      ) : (
        <ul>
          {head.lastSteps.slice(0, 6).map((step, index) => (
            <li key={`${String(index)}${step}`}>{step}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The teacher wants to leave, and the file cannot be written. */
export function UnwrittenDialog({ write }: { readonly write: WriteState }) {
  const { opener } = useStudio();
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Question
      title={`“${write.file.fileName}”没有写进去`}
      onClose={() => {
        opener.dismiss();
      }}
      initialFocus={stay}
      footer={
        <>
          <Button tone="quiet" onClick={() => void opener.close(true)}>
            就这样关闭
          </Button>
          <span className="grow" />
          <Button
            ref={stay}
            onClick={() => {
              opener.dismiss();
            }}
          >
            不关
          </Button>
          <Button tone="primary" onClick={() => void opener.saveAs()}>
            另存为…
          </Button>
        </>
      }
    >
      <p>{write.message}</p>
      <p>
        您写的都已保存在本机的日志里，下次打开会补写进文件；但现在把文件拷走，拷走的不是最新的。
      </p>
    </Question>
  );
}
