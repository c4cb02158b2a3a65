const paths = {
  grip: 'M6 3.500v.1M10 3.500v.1M6 8v.1M10 8v.1M6 12.500v.1M10 12.500v.1',
  cross: 'M4.5 4.500l7 7M11.5 4.500l-7 7',
  plus: 'M8 3.500v9M3.5 8h9',
  right: 'M6 3.5 10.5 8 6 12.5',
  tick: 'M3 8.5 6.5 12 13 4.5',
  open: 'M6 3.500H3.500v9h9V10M9 3.500h3.500V7M12.3 3.7 7.5 8.5',
} as const;

/** A small line drawing; always beside a word or inside a named control. */
export function Glyph({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className={`glyph glyph-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
