import { basename } from 'node:path';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import type { Services } from '../services';
import type { Target } from './gather-homes';

/** Puts into safety what a later write would replace; the words to tell. */
export async function secureTarget(
  services: Services,
  path: string,
  target: Target,
): Promise<string[]> {
  const name = basename(path);
  if (target.found === 'nothing') {
    return [`“${name}”不在原处了，已用本机保存的内容找回，并重新写出。`];
  }
  if (target.found === 'trouble') {
    if (target.bytes !== null) {
      const title = `${name.replace(/\.gxk$/i, '')}（损坏）`;
      await services.backups.keep('set-aside', { bytes: target.bytes, title });
    }
    return [`“${name}”已损坏，已用本机保存的内容找回；损坏的文件留在备份文件夹里。`];
  }
  const repaired = repairedWords(name, target.file);
  if (target.file.migrated) {
    const { bytes, file } = target;
    await services.backups.keep('before-upgrade', { bytes, title: file.title });
    return [`“${name}”是旧版本写的，已升级；升级前的样子留在备份文件夹里。`, ...repaired];
  }
  return repaired;
}

const mostRepairs = 3;

/** What was put right while the file was read, said once at opening; the file itself is as it was until it is written. */
function repairedWords(name: string, { findings }: ProjectFile): string[] {
  const repairs = findings.filter(({ finding }) => finding.startsWith('repaired'));
  if (repairs.length === 0) return [];
  const shown = repairs.slice(0, mostRepairs).map(({ message }) => message);
  const more = repairs.length > mostRepairs ? `……共 ${String(repairs.length)} 处。` : '';
  return [`“${name}”里有写进 Word 会打不开或不准确的内容：${shown.join('')}${more}`];
}
