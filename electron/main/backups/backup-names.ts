import type { BackupInfo } from '@shared/ipc/contract';
import { safeStem } from '../files/safe-name';

export type BackupReason = BackupInfo['reason'];

const words: Readonly<Record<BackupReason, string>> = {
  auto: '自动',
  daily: '每日',
  'before-import': '导入前',
  'before-merge': '合并前',
  'before-upgrade': '升级前',
  'set-aside': '另一份稿子',
  replaced: '换下的',
  'place-taken': '原处换了文件',
  unwritten: '没写进文件的',
};

/** Copies of what this machine held, made before something else took its place: they stand on the start screen. */
const asideReasons = ['set-aside', 'replaced', 'place-taken', 'unwritten'] as const;
export type AsideReason = (typeof asideReasons)[number];

export function isAsideReason(reason: string): reason is AsideReason {
  return (asideReasons as readonly string[]).includes(reason);
}
const pattern = /(\d{4})-(\d{2})-(\d{2}) (\d{2})(\d{2})(\d{2}) (\S+?)(?:（\d+）)?\.gxk$/;

/** 〈名称〉 2026-11-21 160500 自动, in the time of this machine: readable without the app. */
export function backupStem(title: string, at: Date, reason: BackupReason): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
  const short = Array.from(safeStem(title)).slice(0, 40).join('').trim();
  return `${short} ${day} ${time} ${words[reason]}`;
}

/** What a backup's name says, for one that the list does not know; undefined for other names. */
export function readBackupName(name: string): { at: Date; reason: BackupReason } | undefined {
  const parts = pattern.exec(name);
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const found = Object.entries(words).find(([, word]) => word === parts[7]);
  if (found === undefined) return undefined;
  const at = new Date(year, month - 1, day, hour, minute, second);
  return { at, reason: found[0] as BackupReason };
}

/** The calendar day of this machine, for one backup a day. */
export function localDay(at: Date): string {
  return backupStem('', at, 'auto').split(' ')[1] ?? '';
}
