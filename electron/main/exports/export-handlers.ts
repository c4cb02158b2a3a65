import { dirname } from 'node:path';
import { fail, ok } from '@shared/core/kernel/result';
import type { IpcArgs, IpcFailure, IpcReply, IpcValue } from '@shared/ipc/contract';
import { trace } from '../files/log';
import { orReadFailure, orWriteFailure } from '../files/or-failure';
import type { Services } from '../services';
import type { Projects } from '../session/projects';
import type { Session } from '../session/session';
import type { KeptRun } from './export-runs';
import { type Exports, sourceOf } from './exports';
import { isPaperName } from './paper-kinds';
import { PrintedSheets } from './printed-sheets';

const notPermitted: IpcFailure = {
  reason: 'not-permitted',
  message: '不能这样导出，请重新选择文件夹。',
};
const noSession: IpcFailure = { reason: 'no-session', message: '这个项目已经关闭。' };
const noPaper: IpcFailure = {
  reason: 'not-permitted',
  message: '只能导出 Word、Excel 和 PDF 文件，没有写入。',
};
const noPdf: IpcFailure = {
  reason: 'unexpected',
  message: 'PDF没有做成，请少选几门课程再试一次。',
};
const notKept: IpcFailure = {
  reason: 'cannot-read',
  message: '这份导出的文件没有留底，或者留底已损坏。',
};

/** Papers that leave the app, and what is kept of them on this machine. */
export function exportHandlers(services: Services, projects: Projects, exports: Exports) {
  const open: Open = (session) => (projects.current?.id === session ? projects.current : undefined);
  const printed = new PrintedSheets(services.random);
  return {
    ...choosing(services, open),
    ...printing(services, printed, open),
    ...writing({ ...services, exports, printed }, open),
    ...keeping(services, exports),
  };
}

type Open = (session: string) => Session | undefined;

function choosing({ handles, dialogs, desktop, disk, place }: Services, open: Open) {
  return {
    'export:pickFolder': async ({
      session,
    }: IpcArgs<'export:pickFolder'>[0]): Promise<IpcReply<'export:pickFolder'>> => {
      if (open(session) === undefined) return fail(noSession);
      const folder = await dialogs.pickFolder('导出到哪个文件夹');
      if (folder === null) return ok(null);
      return ok({ folder: handles.mint('folder', folder), place: place(folder) });
    },
    'export:reveal': async ({
      folder,
    }: IpcArgs<'export:reveal'>[0]): Promise<IpcReply<'export:reveal'>> => {
      const path = handles.resolve('folder', folder);
      if (path === undefined) return fail(notPermitted);
      return orReadFailure(async () => {
        // A folder is shown, and not what came to lie in its place; on macOS one with this ending is a program.
        const isFolder = (await disk.stat(path))?.type === 'folder' && !/\.app$/i.test(path);
        if (isFolder) await desktop.reveal(path);
        return null;
      });
    },
  };
}

interface Writing extends Services {
  readonly exports: Exports;
  readonly printed: PrintedSheets;
}

function writing({ handles, exports, printed }: Writing, open: Open) {
  return {
    'export:plan': async ({
      session,
      folder,
      names,
    }: IpcArgs<'export:plan'>[0]): Promise<IpcReply<'export:plan'>> => {
      const current = open(session);
      if (current === undefined) return fail(noSession);
      const own = dirname(current.writer.path);
      const path = folder === null ? own : handles.resolve('folder', folder);
      if (path === undefined) return fail(notPermitted);
      if (!names.every(isPaperName)) return fail(noPaper);
      printed.clear();
      return orReadFailure(() => exports.plan(path, names));
    },
    'export:write': async ({
      session,
      folder,
      files,
    }: IpcArgs<'export:write'>[0]): Promise<IpcReply<'export:write'>> => {
      const current = open(session);
      if (current === undefined) return fail(noSession);
      const path = handles.resolve('folder', folder);
      if (path === undefined || !exports.arePlanned(path, files)) return fail(notPermitted);
      const whole = withBytes(files, printed);
      if (whole.length < files.length) return fail(noPdf);
      const source = sourceOf(current);
      const written = await orWriteFailure(() => exports.write(path, whole, source));
      if (written.ok && written.value.outcome === 'written') printed.clear();
      return written;
    },
    'export:cancel': ({ session }: IpcArgs<'export:cancel'>[0]): IpcReply<'export:cancel'> => {
      if (open(session) === undefined) return fail(noSession);
      exports.cancel();
      printed.clear();
      return ok(null);
    },
  };
}

/** Files with what is to stand in them; one whose PDF is gone is left out. */
function withBytes(files: IpcArgs<'export:write'>[0]['files'], printed: PrintedSheets) {
  return files.flatMap(({ name, content, ifTouched }) => {
    const bytes = typeof content === 'string' ? printed.find(content) : content;
    return bytes === undefined ? [] : [{ name, bytes, ifTouched }];
  });
}

function printing({ printing, log }: Services, printed: PrintedSheets, open: Open) {
  return {
    'export:pdf': async ({
      session,
      sheet,
    }: IpcArgs<'export:pdf'>[0]): Promise<IpcReply<'export:pdf'>> => {
      if (open(session) === undefined) return fail(noSession);
      try {
        return ok(printed.keep(await printing.toPdf(sheet)));
      } catch (error) {
        log(`no PDF: ${trace(error)}`);
        return fail(noPdf);
      }
    },
  };
}

function keeping({ handles }: Services, exports: Exports) {
  return {
    'keptExports:list': (): Promise<IpcReply<'keptExports:list'>> =>
      orReadFailure(async () => {
        const runs = await exports.kept();
        return runs.map((kept) => described(kept, handles));
      }),
    'keptExports:read': async ({
      run,
      name,
    }: IpcArgs<'keptExports:read'>[0]): Promise<IpcReply<'keptExports:read'>> => {
      const folder = handles.resolve('export', run);
      if (folder === undefined) return fail(notPermitted);
      const bytes = await orReadFailure(() => exports.keptPaper(folder, name));
      if (!bytes.ok) return bytes;
      return bytes.value === undefined ? fail(notKept) : ok(bytes.value);
    },
  };
}

function described(
  { folder, run }: KeptRun,
  handles: Services['handles'],
): IpcValue<'keptExports:list'>[number] {
  const { at, by, projectId, copyId, seq, changeHash, title } = run;
  const files = run.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes }));
  const place = { copyId, seq, changeHash };
  return { run: handles.mint('export', folder), at, by, projectId, place, title, files };
}
