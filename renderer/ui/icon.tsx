/** Line drawings on a 16 px grid; one stroke, no fill. They never stand without a word or an accessible name beside them. */
const paths = {
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5 5.8 3.7M3 6.5l2.8 2.8',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M13 6.5l-2.8-2.8M13 6.5l-2.8 2.8',
  find: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.4 10.4 13.5 13.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  right: 'M6 3.5 10.5 8 6 12.5',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  pen: 'M3 13l.7-3L11 2.7 13.3 5 6 12.3zM9.5 4.2l2.3 2.3',
  folder: 'M2 4.5h4.3l1.4 1.7H14v7H2z',
  file: 'M4 2h5.5L12.5 5v9H4zM9.5 2v3h3',
  word: 'M4 2h5.5L12.5 5v9H4zM9.5 2v3h3M6 8l1 4 1.25-3.5L9.5 12l1-4',
  history: 'M3 4v3h3M3.3 7A5 5 0 1 1 3 9.5M8 5.5V8.3l2 1.2',
  print: 'M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  trash: 'M3 4.5h10M6 4.5V3h4v1.5M4.3 4.5l.6 9h6.2l.6-9',
  tick: 'm3.2 8.4 3.2 3.2 6.4-7.2',
  warn: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.4M8 11.6v.1',
  stop: 'M8 1.6 14.4 8 8 14.4 1.6 8zM8 5v3.8M8 10.8v.1',
  panel: 'M2.5 3h11v10h-11zM10 3v10',
  list: 'M2.5 3h11v10h-11zM6 3v10',
  command: 'M3 4.5h10M3 8h10M3 11.5h6',
  drop: 'M8 2.5v7M4.8 6.5 8 9.7l3.2-3.2M2.5 11v2.5h11V11',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5H2.5v-8h8V3',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark of the app: the character 工 in a frame. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M4 2.800h12v14.400H4z" />
      <path d="M7 6.500h6M10 6.500v6.500M6.500 13h7" />
    </svg>
  );
}
