import type { IpcFailure } from '@shared/ipc/contract';
import { codeOf } from './disk';
import { ioCause } from './io-cause';

const held = '文件正被别的程序占用，或没有写入的权限。请关闭占用它的程序，或换一个位置另存。';
const full = '磁盘已满，没有写进去。请腾出一些空间，内容还在窗口里。';
const gone = '文件夹不见了（可能U盘已拔出），没有写进去。';

const writeWords: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EROFS', '这个位置只能读，不能写。请换一个位置另存。'],
  ['EBUSY', held],
  ['EPERM', held],
  ['EACCES', held],
  ['ETXTBSY', held],
  ['ENOENT', gone],
  ['ENOTDIR', gone],
  ['ECHANGED', '文件刚刚被别的程序改过，没有写入。请再试一次。'],
  ['ENAMETOOLONG', '文件名或路径太长，请换一个短些的名称或位置。'],
  ['EREADBACK', '写完再读，内容不一样，这个位置可能有故障。请换一个位置另存，内容还在窗口里。'],
  ['EUNSURE', '已经写上去，但磁盘没有确认存稳。请再存一次，或换一个位置另存。'],
  ['EEMPTY', '没有做成，是空的，没有写入。请再试一次。'],
]);

const readWords: ReadonlyMap<string, string> = new Map([
  ['ENOENT', '文件不在原处了，可能已被移走、改名或删除。'],
  ['ENOTDIR', '文件不在原处了，可能已被移走、改名或删除。'],
  ['EFBIG', '这个文件超过 200 MB，工学课坊的项目文件没有这么大，没有打开。'],
  ['EBUSY', '文件正被别的程序占用，读不出来。'],
  ['EPERM', '没有读取这个文件的权限。'],
  ['EACCES', '没有读取这个文件的权限。'],
]);

/** Words for a failed write. */
export function writeFailure(error: unknown): IpcFailure {
  const code = codeOf(error);
  const unknown = `没有写进去：${ioCause(error) ?? '磁盘报告了错误（未知）'}。请换一个位置另存。`;
  const message = writeWords.get(code) ?? unknown;
  return { reason: message === full ? 'disk-full' : 'cannot-write', message };
}

/** Words for a failed read. */
export function readFailure(error: unknown): IpcFailure {
  const unknown = `文件读不出来：${ioCause(error) ?? '磁盘报告了错误（未知）'}。`;
  return { reason: 'cannot-read', message: readWords.get(codeOf(error)) ?? unknown };
}
