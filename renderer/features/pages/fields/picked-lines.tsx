interface PickedLinesProps {
  readonly noun: string;
  /** 0 = nothing is said. */
  readonly count: number;
  /** What is typed takes their place. */
  readonly typedOver?: boolean;
}

/** What can be done with lines that are selected together. */
export function PickedLines({ noun, count, typedOver = false }: PickedLinesProps) {
  if (count === 0) return null;
  return (
    <p className="lines-picked" role="status">
      {`选中 ${String(count)} 条${noun}：${typedOver ? '直接打字替换，' : ''}Ctrl+C 复制，Delete 删除，Esc 取消`}
    </p>
  );
}
