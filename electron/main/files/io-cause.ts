import { codeOf } from './disk';

const held = '文件正被别的程序打开，或者没有写入的权限';
const network = '网络文件夹的连接断了';
const unfit = '这个位置不支持这样读写';
const moved = '文件刚刚被别的程序改过';

/** What the answers of a disk mean, in the order of how often they are met. */
const causes: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '这个用户的磁盘配额用完了',
  EROFS: '这个位置只能读，不能写',
  EACCES: held,
  EPERM: held,
  EBUSY: '文件正被别的程序打开',
  ETXTBSY: '文件正被别的程序打开',
  ENOENT: '文件夹不存在，或者刚刚被移走（可能U盘已拔出）',
  ENOTDIR: '路径里有一段不是文件夹',
  EISDIR: '这个名字是一个文件夹',
  EEXIST: '已经有同名的文件或文件夹',
  ENOTEMPTY: '已经有同名的文件夹',
  ENAMETOOLONG: '文件名或路径太长',
  ELOOP: '路径里的链接绕成了圈',
  EIO: '磁盘读写出错，可能有故障',
  ENXIO: '设备不见了（可能U盘已拔出）',
  ENODEV: '设备不见了（可能U盘已拔出）',
  EFBIG: '文件太大，这个位置放不下',
  EMFILE: '这台电脑打开的文件太多，请关掉一些程序',
  ENFILE: '这台电脑打开的文件太多，请关掉一些程序',
  ENOMEM: '这台电脑的内存不够，请关掉一些程序',
  ESTALE: network,
  EREMOTEIO: network,
  ETIMEDOUT: network,
  ENOTCONN: network,
  ECONNRESET: network,
  EHOSTDOWN: network,
  EHOSTUNREACH: network,
  ENETUNREACH: network,
  EINVAL: unfit,
  ENOTSUP: unfit,
  EOPNOTSUPP: unfit,
  ENOSYS: unfit,
  EXDEV: unfit,
  EAGAIN: '磁盘一时没有答复',
  EINTR: '磁盘一时没有答复',
  ECHANGED: moved,
  EREADBACK: '写完再读，内容不一样，这个位置可能有故障',
  EUNSURE: '已经写上去，但磁盘没有确认存稳',
  EEMPTY: '没有做成，是空的',
};

/** Why a call to the disk failed, as a clause without an end; undefined for what is no answer of a disk. */
export function ioCause(error: unknown): string | undefined {
  const code = codeOf(error);
  if (Object.hasOwn(causes, code)) return causes[code];
  return /^E[A-Z0-9]+$/.test(code) ? `磁盘报告了错误（${code}）` : undefined;
}
