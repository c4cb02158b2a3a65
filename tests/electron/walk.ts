import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import type { OpenReply } from '@shared/ipc/contract';
import { loadJournal, peekJournal } from '@electron/main/journal/journal-state';
import { Machine, majorNameOf, type RunningShell, type Teacher } from './machine';

/** One thing that happens in a walk; numbers choose among what there is at that moment. */
export interface Step {
  readonly what: (typeof happenings)[number];
  readonly machine: number;
  readonly from: number;
  readonly to: number;
}

export const happenings = [
  'create',
  'edit',
  'edit',
  'edit',
  'write',
  'close',
  'kill',
  'open',
  'open',
  'openAside',
  'carry',
  'carry',
  'replace',
  'rename',
  'delete',
  'cut',
  'newer',
  'copyProfile',
  'copyProfileUnseen',
] as const;

interface Desk {
  readonly machine: Machine;
  shell: RunningShell | null;
  teacher: Teacher | null;
  /** Every edit that was told 「已保存」 on this machine; each leaves its mark in the name of the major. */
  readonly acknowledged: string[];
}

/** Some computers, what happens on them, and an oracle that knows every acknowledged edit. */
export class World {
  readonly desks: Desk[] = [];
  #marks = 0;

  constructor() {
    this.add(new Machine({ inMemory: true }));
    this.add(new Machine({ inMemory: true }));
  }

  private add(machine: Machine): Desk {
    const desk: Desk = { machine, shell: null, teacher: null, acknowledged: [] };
    this.desks.push(desk);
    return desk;
  }

  remove(): void {
    for (const { machine } of this.desks) machine.remove();
  }

  async go(step: Step): Promise<void> {
    const desk = pick(this.desks, step.machine)!;
    await this[step.what](desk, step);
  }

  private async shell(desk: Desk): Promise<RunningShell> {
    desk.shell ??= await desk.machine.start({ withoutSync: true });
    return desk.shell;
  }

  /** Takes an answer as a teacher does who sometimes chooses the one, sometimes the other. */
  private async settle(desk: Desk, reply: OpenReply, choice: number): Promise<void> {
    const shell = await this.shell(desk);
    let answer = reply;
    if (answer.outcome === 'twoHeads') {
      const take = choice % 2 === 0 ? 'mine' : 'theirs';
      answer = await shell.ask('project:settleHeads', { choice: answer.choice, take });
    }
    desk.teacher = answer.outcome === 'ready' ? shell.teacher(answer) : null;
  }

  async create(desk: Desk): Promise<void> {
    desk.teacher = await (await this.shell(desk)).create(`专业${String((this.#marks += 1))}`);
  }

  async edit(desk: Desk): Promise<void> {
    const { teacher } = desk;
    if (teacher === null) return;
    const mark = `·${String((this.#marks += 1))}`;
    const saved = await teacher.save(`${teacher.name}${mark}·`).then(
      () => true,
      () => false,
    );
    // A refused edit leaves the window behind what is saved; as good as a window that was closed.
    if (saved) desk.acknowledged.push(`${mark}·`);
    else desk.teacher = null;
  }

  async write(desk: Desk, { from }: Step): Promise<void> {
    const { teacher, shell } = desk;
    if (teacher === null || shell === null) return;
    const { state } = await teacher.writeNow();
    if (state !== 'changedOutside' && state !== 'missing') return;
    const take = state === 'missing' ? 'writeAgain' : from % 2 === 0 ? 'mineBeside' : 'theirs';
    const { session } = teacher.project;
    await this.settle(desk, await shell.ask('project:settleOutside', { session, take }), from);
  }

  async close(desk: Desk): Promise<void> {
    await desk.teacher?.close();
    desk.teacher = null;
  }

  kill(desk: Desk): Promise<void> {
    desk.shell = null;
    desk.teacher = null;
    return Promise.resolve();
  }

  async open(desk: Desk, { from, to }: Step): Promise<void> {
    const shell = await this.shell(desk);
    const { recent, documents } = await shell.ask('start:list');
    const place = pick([...recent, ...documents], from);
    if (place === undefined) return;
    const reply = await shell.ask('project:open', { handle: place.handle, drafts: [] });
    await this.settle(desk, reply, to);
  }

  async openAside(desk: Desk, { from, to }: Step): Promise<void> {
    const shell = await this.shell(desk);
    const place = pick((await shell.ask('start:list')).aside, from);
    if (place === undefined) return;
    await this.settle(desk, await shell.ask('aside:open', { handle: place.handle }), to);
  }

  /** A file is carried to another computer (or to the same), under its name, over whatever lies there. */
  async carry(desk: Desk, { from, to }: Step): Promise<void> {
    const file = pick(filesOf(desk.machine), from);
    const other = pick(this.desks, to)!;
    if (file === undefined || other === desk || !existsSync(other.machine.projects)) return;
    await copyFile(file, join(other.machine.projects, basename(file)));
  }

  /** A file is laid over another one. */
  async replace(desk: Desk, { from, to }: Step): Promise<void> {
    const files = this.desks.flatMap(({ machine }) => filesOf(machine));
    const file = pick(files, from);
    const target = pick(filesOf(desk.machine), to);
    if (file === undefined || target === undefined || file === target) return;
    await copyFile(file, target);
  }

  async rename({ machine }: Desk, { from, to }: Step): Promise<void> {
    const file = pick(filesOf(machine), from);
    if (file === undefined) return;
    await rename(file, join(machine.projects, `改名${String(to % 3)}.gxk`));
  }

  async delete({ machine }: Desk, { from }: Step): Promise<void> {
    const file = pick(filesOf(machine), from);
    if (file !== undefined) await rm(file);
  }

  async cut({ machine }: Desk, { from, to }: Step): Promise<void> {
    const file = pick(filesOf(machine), from);
    if (file !== undefined) await truncate(file, to * 100);
  }

  async newer({ machine }: Desk, { from }: Step): Promise<void> {
    const file = pick(filesOf(machine), from);
    if (file === undefined) return;
    const bytes = await readFile(file);
    if (!readProjectFile(bytes).ok) return;
    const parts = unzipSync(bytes);
    const manifest = JSON.parse(strFromU8(parts['manifest.json']!)) as object;
    parts['manifest.json'] = strToU8(canonicalJson({ ...manifest, schemaVersion: '999.0' }));
    await writeFile(file, zipSync(parts));
  }

  copyProfile(desk: Desk): Promise<void> {
    return this.copied(desk, false);
  }

  copyProfileUnseen(desk: Desk): Promise<void> {
    return this.copied(desk, true);
  }

  private copied({ machine, shell }: Desk, unseen: boolean): Promise<void> {
    // Only of a program that does not run, and four computers are enough.
    if (shell !== null || this.desks.length >= 4 || !existsSync(machine.userData)) {
      return Promise.resolve();
    }
    this.add(twinOf(machine, { unseen, withFiles: !unseen }));
    return Promise.resolve();
  }

  /** The acknowledged edits that can no longer be reached, by machine. */
  async lost(): Promise<string[]> {
    const lost: string[] = [];
    for (const desk of this.desks) {
      const names = await reachable(desk);
      const isThere = (mark: string) => names.some((name) => name.includes(mark));
      const gone = desk.acknowledged.filter((mark) => !isThere(mark));
      lost.push(...gone.map((mark) => `${mark} on ${String(this.desks.indexOf(desk))}`));
    }
    return lost;
  }
}

function pick<Value>(all: readonly Value[], at: number): Value | undefined {
  return all[at % Math.max(all.length, 1)];
}

function filesOf({ projects }: Machine): string[] {
  if (!existsSync(projects)) return [];
  const names = readdirSync(projects).filter((name) => name.endsWith('.gxk'));
  return names.sort().map((name) => join(projects, name));
}

/** Another computer with the same folders in its own home: paths in the profile are the ones of there. */
function twinOf(
  machine: Machine,
  { unseen, withFiles }: { readonly unseen: boolean; readonly withFiles: boolean },
): Machine {
  const twin = new Machine({ inMemory: true });
  cpSync(machine.userData, twin.userData, { recursive: true });
  if (withFiles && existsSync(machine.documents)) {
    cpSync(machine.documents, twin.documents, { recursive: true });
  }
  for (const entry of readdirSync(twin.userData, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8').replaceAll(machine.home, twin.home);
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }
  const note = join(machine.userData, 'profile.json');
  if (unseen && existsSync(note)) {
    const { seen } = JSON.parse(readFileSync(note, 'utf8')) as { seen: string };
    twin.pretends = new Map([['profile.mark', seen.split(' ')[0]!]]);
  }
  return twin;
}

/** Every name a teacher can get to from here: in the open project, the rows of the start screen, what was put aside, the backups. */
async function reachable({ machine, teacher }: Desk): Promise<string[]> {
  const names = teacher === null ? [] : [teacher.name];
  if (!existsSync(machine.userData)) return names;
  // Opening changes things: it is tried on a twin.
  const twin = twinOf(machine, { unseen: true, withFiles: true });
  twin.pretends = new Map([...twin.pretends, ...machine.pretends]);
  try {
    names.push(...(await throughStart(twin)), ...(await throughBackups(twin)));
  } finally {
    twin.remove();
  }
  return names;
}

async function throughStart(machine: Machine): Promise<string[]> {
  const names: string[] = [];
  const shell = await machine.start({ withoutSync: true });
  const { recent, documents, aside } = await shell.ask('start:list');
  for (const { handle, source } of aside) {
    if (source === 'copy')
      names.push(...(await nameIn(shell.services.handles.resolve('backup', handle))));
    else names.push(await nameInJournal(shell, shell.services.handles.resolve('journal', handle)!));
  }
  const handles = new Set([...recent, ...documents].map(({ handle }) => handle));
  for (const handle of handles) {
    const reply = await shell.ask('project:open', { handle, drafts: [] });
    if (reply.outcome === 'ready') names.push(shell.teacher(reply).name);
    if (reply.outcome === 'twoHeads') names.push(reply.mine.title, reply.theirs.title);
  }
  return names;
}

async function throughBackups({ backups }: Machine): Promise<string[]> {
  if (!existsSync(backups)) return [];
  const files = readdirSync(backups).filter((name) => name.endsWith('.gxk'));
  return (await Promise.all(files.map((name) => nameIn(join(backups, name))))).flat();
}

async function nameIn(path: string | undefined): Promise<string[]> {
  if (path === undefined) return [];
  const file = readProjectFile(await readFile(path));
  return file.ok ? [majorNameOf(file.value.records)] : [];
}

async function nameInJournal({ services }: RunningShell, folder: string): Promise<string> {
  const peek = await peekJournal(services.disk, folder);
  const state = peek && (await loadJournal(services.disk, peek));
  return state === undefined ? '' : majorNameOf([...state.project.records.values()]);
}
