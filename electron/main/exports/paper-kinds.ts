import { extname } from 'node:path';
import { safeFileName } from '../files/safe-name';

/** The kinds of file that leave the app as papers. A project, a program or a page is none of them. */
const paperKinds: ReadonlySet<string> = new Set(['.docx', '.xlsx', '.pdf']);

/** True when a file of this name is a paper, as the name will stand on the disk. */
export function isPaperName(name: string): boolean {
  return paperKinds.has(extname(safeFileName(name)).toLowerCase());
}
