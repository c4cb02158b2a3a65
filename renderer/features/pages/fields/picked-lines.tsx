interface PickedLinesProps {
  readonly noun: string;
  /** 0 = nothing is said. */
  readonly count: number;
}

/** What can be done with lines that are selected together. */
export function PickedLines({ noun, count }: PickedLinesProps) {
  if (count === 0) return null;
  return (
    <p className="lines-picked" role="status">
      {`选中 ${String(count)} 条${noun}：Ctrl+C 复制，Delete 删除，Esc 取消`}
    </p>
  );
}
