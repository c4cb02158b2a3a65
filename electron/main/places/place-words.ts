import { homedir } from 'node:os';
import { sep } from 'node:path';

/** A folder as the teacher knows it, for showing only: 文档/工学课坊, ~/Desktop, E:\课程. */
export function placeWords(folder: string, documents: string): string {
  if (isInside(folder, documents))
    return `文档${folder.slice(documents.length)}`.replaceAll(sep, '/');
  const home = homedir();
  return isInside(folder, home) ? `~${folder.slice(home.length)}`.replaceAll(sep, '/') : folder;
}

/** True for the folder itself and everything below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
