interface ProgressPillProps {
  /** 「已写 182／196」 */
  readonly words: string;
  /** What more is to be said, and what a click does. */
  readonly what: string;
  readonly done: number;
  readonly total: number;
  readonly onClick: () => void;
}

/** How far something has got, in a word and a thin bar; opens what is left. */
export function ProgressPill({ words, what, done, total, onClick }: ProgressPillProps) {
  const share = total === 0 ? 100 : Math.floor((done / total) * 100);
  return (
    <button
      type="button"
      className="pill"
      aria-label={`${words}，${what}`}
      title={what}
      onClick={onClick}
    >
      <span className="pill-bar" aria-hidden="true">
        <span style={{ width: `${String(share)}%` }} />
      </span>
      <span>{words}</span>
    </button>
  );
}
