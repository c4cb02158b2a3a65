/** All files below folders with one of the endings, sorted. */
export function filesIn(folders: readonly string[], endings: readonly string[]): readonly string[];
/** The files a kind is described in, and the names described there. */
export function kindTable(root: string): {
  readonly files: readonly string[];
  readonly names: ReadonlySet<string>;
};
/** The kinds a source names in quotes, and its lists of two and more. */
export function kindsNamed(
  file: string,
  names: ReadonlySet<string>,
): {
  readonly named: ReadonlySet<string>;
  readonly lists: readonly { readonly line: number; readonly kinds: readonly string[] }[];
};
