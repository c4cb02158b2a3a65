import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useDocument, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';

const quietMilliseconds = 300;
const second = 1_000;

/** Opening, making, restoring: what is going on and for how long, once it takes longer than a breath, and the way out. */
export function BusyBar() {
  const { opener } = useStudio();
  const busy = useStore(opener.store, (state) => state.busy);
  const calledOff = useStore(opener.store, (state) => state.calledOff);
  // 另存为 asks for a place meanwhile; that is no waiting.
  const isWaiting = useDocument((state) => state.session === null) && busy !== '';
  return !isWaiting ? null : <Busy key={busy} busy={busy} calledOff={calledOff} />;
}

function Busy({ busy, calledOff }: { readonly busy: string; readonly calledOff: boolean }) {
  const { opener } = useStudio();
  const seconds = useSeconds();
  if (seconds === null) return null;
  return (
    <div className="bar bar-busy" role="status" aria-label="正在做">
      <progress className="busy-progress" aria-label={busy} />
      <span>
        <b>{calledOff ? '正在停下…' : busy}</b>
        {seconds < 2 ? '' : ` 已经 ${String(seconds)} 秒，原来的文件不会动。`}
      </span>
      <Button
        tone="link"
        disabled={calledOff}
        onClick={() => {
          opener.callOff();
        }}
      >
        不等了
      </Button>
    </div>
  );
}

/** Whole seconds since it began; null in the first moment, in which nothing need be shown. */
function useSeconds(): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const first = setTimeout(() => {
      setSeconds(0);
    }, quietMilliseconds);
    const next = setInterval(() => {
      setSeconds((now) => (now ?? 0) + 1);
    }, second);
    return () => {
      clearTimeout(first);
      clearInterval(next);
    };
  }, []);
  return seconds;
}
