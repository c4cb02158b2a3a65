import { longestEntryName } from './limits';

const forbidden = /[\u0000-\u001f\u007f\\:*?"<>|\u202a-\u202e\u2066-\u2069\ufeff]/;

/**
 * Why an entry name is refused, or null. A name is a relative path with `/` that means the same
 * place on every system, also after compatibility normalisation (dots and slashes of full width).
 * Directories end with one `/`.
 */
export function entryNameProblem(name: string): string | null {
  if (new TextEncoder().encode(name).length > longestEntryName) return 'too long';
  if (forbidden.test(name) || /\p{Surrogate}/u.test(name)) return 'forbidden character';
  const path = name.endsWith('/') ? name.slice(0, -1) : name;
  for (const form of [path, path.normalize('NFKC')]) {
    const parts = form.split('/');
    if (parts.length !== path.split('/').length) return 'disguised slash';
    if (parts.some((part) => /^[. ]*$/.test(part))) return 'part that is empty or only dots';
  }
  return null;
}

/** Two names with one key would be one file on some system. */
export function entryNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
