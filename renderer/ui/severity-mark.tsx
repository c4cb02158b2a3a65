/** ◆ 必改, △ 该看看, ◇ 建议: the shape says it, the colour only repeats it. */
export function SeverityMark({ severity }: { readonly severity: 'error' | 'warning' | 'hint' }) {
  return (
    <svg className={`severity severity-${severity}`} viewBox="0 0 14 14" aria-hidden="true">
      {severity === 'warning' ? (
        <path d="M7 1.8 13 12.4H1zM7 5.6v3.2M7 10.5v.1" />
      ) : (
        <path d="M7 1.2 12.8 7 7 12.8 1.2 7z" />
      )}
    </svg>
  );
}
