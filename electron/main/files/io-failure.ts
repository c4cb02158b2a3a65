import type { IpcFailure } from '@shared/ipc/contract';
import { codeOf } from './disk';

const heldCodes: readonly string[] = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'];

/** Words for a failed write. */
export function writeFailure(error: unknown): IpcFailure {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return {
      reason: 'disk-full',
      message: '磁盘已满，没有写进去。请腾出一些空间，内容还在窗口里。',
    };
  }
  if (code === 'EROFS') {
    return { reason: 'cannot-write', message: '这个位置只能读，不能写。请换一个位置另存。' };
  }
  if (heldCodes.includes(code)) {
    return {
      reason: 'cannot-write',
      message: '文件正被别的程序占用，或没有写入的权限。请关闭占用它的程序，或换一个位置另存。',
    };
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { reason: 'cannot-write', message: '文件夹不见了（可能U盘已拔出），没有写进去。' };
  }
  if (code === 'ENAMETOOLONG') {
    return { reason: 'cannot-write', message: '文件名或路径太长，请换一个短些的名称或位置。' };
  }
  return { reason: 'cannot-write', message: `没有写进去：磁盘报告了错误（${code || '未知'}）。` };
}

/** Words for a failed read. */
export function readFailure(error: unknown): IpcFailure {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { reason: 'cannot-read', message: '文件不在原处了，可能已被移走、改名或删除。' };
  }
  if (heldCodes.includes(code)) {
    return { reason: 'cannot-read', message: '没有读取这个文件的权限，或它正被别的程序占用。' };
  }
  return { reason: 'cannot-read', message: `文件读不出来：磁盘报告了错误（${code || '未知'}）。` };
}
