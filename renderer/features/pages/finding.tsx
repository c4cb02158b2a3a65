/** What does not add up, beside the place where it shows. */
export function Finding({ text }: { readonly text: string }) {
  return (
    <span className="finding">
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <path d="M7 1.2 12.8 7 7 12.8 1.2 7z" />
      </svg>
      {text}
    </span>
  );
}
