import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { storeEntry, type StoredEntry } from '@shared/core/changes/entry';
import { forkStanding, type Head, originHash, type Standing } from '@shared/core/changes/lineage';
import type { Command } from '@shared/core/commands/command';
import { commands } from '@shared/core/commands/index';
import { editField } from '@shared/core/commands/edit-field';
import { fail, ok } from '@shared/core/kernel/result';
import { type Random, seededRandom } from '@shared/core/kernel/random';
import type { Project } from '@shared/core/model/project';
import { storedForm } from '@shared/core/model/record';
import type { Platform } from '@renderer/platform/platform';
import type { DocumentStore } from '@renderer/state/document-state';
import { createDocumentStore } from '@renderer/state/document-store';
import { endWords } from '@renderer/state/older';
import { createOlderReader, type OlderReader } from '@renderer/state/older-reader';
import { courseDesk } from '../../helpers/course';
import { plain as whole } from '../../helpers/laws';
import { pick, randomProject } from '../../helpers/random-project';
import { inputMakers } from '../../shared/core/commands/inputs';

/** A journal that grows through restarts and copies, and a window that is opened on its last part. */
class Desk {
  readonly log: { readonly place: Head; readonly entry: StoredEntry }[] = [];
  store!: DocumentStore;
  reader!: OlderReader;
  /** Said instead of a page when it is not ''. */
  trouble = '';
  private now = Date.parse('2026-11-21T08:00:00.000Z');
  private sessions = 0;
  private standing: Standing;

  constructor(
    project: Project,
    private readonly pageSize: number,
  ) {
    const changeHash = originHash('pj1');
    this.standing = { projectId: 'pj1', head: { copyId: 'cp0', seq: 0, changeHash }, lineage: {} };
    this.open(project, 0);
  }

  get project(): Project {
    return this.store.getState().project;
  }

  wait(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** Closes the window and opens it again; it is given the last entries of the journal. */
  restart(entries: number, asCopy = false): void {
    if (asCopy) this.standing = forkStanding(this.standing, `cp${String(this.log.length + 1)}`);
    this.open(this.project, entries);
  }

  /** Takes back one step, however far the journal must be read for it. */
  async undo(): Promise<boolean> {
    for (;;) {
      if (this.store.getState().undo() !== undefined) return true;
      if (this.store.getState().older.from === null) return false;
      await this.reader.more();
    }
  }

  private open(project: Project, count: number): void {
    this.store = createDocumentStore({
      random: seededRandom(7),
      clock: () => new Date(this.now).toISOString(),
      author: () => '',
    });
    this.sessions += 1;
    const { entries, earlier } = this.page(this.log.length, count);
    this.store.getState().load(
      {
        session: `s${String(this.sessions)}`,
        title: '',
        file: { fileName: '', place: '' },
        standing: this.standing,
        records: [...project.records.values()].map(storedForm),
        entries: entries.map((entry) => ({ ...entry, change: [...entry.change] })),
        earlier,
        writtenAt: '',
        writtenSeq: 0,
        notices: [],
        readOnly: false,
      },
      () => ({
        take: (entry, standing) => {
          this.standing = standing;
          this.log.push({ place: standing.head, entry: storeEntry(entry) });
        },
        flush: () => Promise.resolve(),
      }),
    );
    const platform = {
      'history:entries': ({ upTo }: { readonly upTo: Head | null }) => {
        if (this.trouble !== '') {
          return Promise.resolve(fail({ reason: 'cannot-read', message: this.trouble }));
        }
        const end = this.log.findIndex(({ place }) => place.changeHash === upTo?.changeHash) + 1;
        return Promise.resolve(ok(this.page(end, this.pageSize)));
      },
    };
    this.reader = createOlderReader({
      document: this.store,
      platform: platform as unknown as Platform,
    });
  }

  private page(end: number, count: number) {
    const from = Math.max(0, end - count);
    const entries = this.log.slice(from, end).map(({ entry }) => entry);
    return { entries, earlier: from === 0 ? null : (this.log[from - 1]?.place ?? null) };
  }
}

/** The records, without what was frozen for a committee: that is never taken back. */
function plain(project: Project) {
  return Object.fromEntries(
    Object.entries(whole(project)).filter(
      ([, { kind }]) => !['baseline', 'keptExport'].includes(kind),
    ),
  );
}

function doSomething(desk: Desk, random: Random): void {
  const command = pick(random, commands) as Command<unknown> | undefined;
  const input = command && inputMakers[command.id]?.(desk.project, random);
  if (command !== undefined && input !== undefined) desk.store.getState().execute(command, input);
}

function typeIn(desk: Desk, id: string, value: string): void {
  desk.store.getState().execute(editField, { id, field: 'name', value });
}

/** One thing a teacher may do next. */
async function goOn(desk: Desk, random: Random, courseId: string): Promise<void> {
  desk.wait(random.below(15_000));
  const { history, undo, redo } = desk.store.getState();
  const choice = random.below(12);
  if (choice <= 1) await desk.undo();
  else if (choice === 2) redo();
  else if (choice === 3) undo(1 + random.below(Math.max(1, history.past.size)));
  else if (choice === 4) redo(1 + random.below(Math.max(1, history.future.size)));
  else if (choice === 5) desk.restart(random.below(8));
  else if (choice === 6) desk.restart(random.below(8), true);
  else if (choice === 7) await desk.reader.more();
  else if (choice === 8) doSomething(desk, random);
  else typeIn(desk, courseId, `名称 ${String(random.below(5))}`);
}

describe('undo that goes on into the journal', () => {
  it('takes any work back to its start and forth to its end, through restarts, copies and jumps', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const { desk: start, courseId } = courseDesk();
      const desk = new Desk(start.project, 1 + random.below(9));
      for (let step = 0; step < 60; step += 1) await goOn(desk, random, courseId);
      desk.restart(random.below(5));
      const end = plain(desk.project);
      while (await desk.undo());
      expect(plain(desk.project), `seed ${String(seed)}`).toEqual(plain(start.project));
      // Beyond the end there may be steps that were undone before it.
      while (!isDeepStrictEqual(plain(desk.project), end)) {
        expect(desk.store.getState().redo(), `seed ${String(seed)}`).toBeDefined();
      }
    }
  });

  it('holds for whatever a teacher can do, on random projects', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seededRandom(seed);
      const project = randomProject(seed);
      const desk = new Desk(project, 1 + random.below(9));
      for (let step = 0; step < 25; step += 1) {
        desk.wait(random.below(15_000));
        if (random.below(5) === 0) await desk.undo();
        else if (random.below(6) === 0) desk.restart(random.below(6), random.below(2) === 0);
        else doSomething(desk, random);
      }
      while (await desk.undo());
      expect(plain(desk.project), `seed ${String(seed)}`).toEqual(plain(project));
    }
  });

  it('goes to any named step as one entry, and back again as one entry', () => {
    const { desk: start, courseId } = courseDesk();
    const desk = new Desk(start.project, 10);
    for (let step = 1; step <= 6; step += 1) {
      desk.wait(30_000);
      typeIn(desk, courseId, `第${String(step)}个名称`);
    }
    const end = plain(desk.project);
    desk.store.getState().undo(4);
    expect(desk.log).toHaveLength(7);
    expect(desk.store.getState().history.past.size).toBe(2);
    desk.restart(100);
    expect(desk.store.getState().history.future.size).toBe(4);
    desk.store.getState().redo(4);
    expect(desk.log).toHaveLength(8);
    expect(plain(desk.project)).toEqual(end);
    expect(desk.store.getState().history.past.size).toBe(6);
  });

  it('reads ahead, so that 300 steps can be taken back without waiting', async () => {
    const { desk: start, courseId } = courseDesk();
    const desk = new Desk(start.project, 120);
    for (let step = 1; step <= 700; step += 1) {
      desk.wait(30_000);
      typeIn(desk, courseId, `第${String(step)}个名称`);
    }
    desk.restart(50);
    await desk.reader.more();
    await expect.poll(() => desk.store.getState().history.past.size).toBeGreaterThanOrEqual(300);
    let undone = 0;
    while (await desk.undo()) undone += 1;
    expect(undone).toBe(700);
    expect(endWords(desk.store.getState().older)).toBe('已经退到最早的一步，没有可以撤销的了。');
  });

  it('never takes back half a run of typing because the rest is still unread', async () => {
    const { desk: start, courseId } = courseDesk();
    const desk = new Desk(start.project, 3);
    for (const value of ['新', '新能', '新能源', '新能源车']) typeIn(desk, courseId, value);
    desk.restart(2);
    expect(desk.store.getState().undo()).toBeUndefined();
    expect(await desk.undo()).toBe(true);
    expect(plain(desk.project)).toEqual(plain(start.project));
    expect(await desk.undo()).toBe(false);
  });

  it('says in words why it ends when the journal cannot be read, and goes on when it can again', async () => {
    const { desk: start, courseId } = courseDesk();
    const desk = new Desk(start.project, 3);
    for (let step = 1; step <= 9; step += 1) {
      desk.wait(30_000);
      typeIn(desk, courseId, `第${String(step)}个名称`);
    }
    desk.trouble = '日志的文件读不出来。';
    desk.restart(2);
    await desk.reader.more();
    expect(desk.store.getState().undo()).toBeDefined();
    // The oldest step in the window may be the end of a longer one.
    expect(desk.store.getState().undo()).toBeUndefined();
    expect(endWords(desk.store.getState().older)).toBe('不能再往前退：日志的文件读不出来。');
    desk.trouble = '';
    while (await desk.undo());
    expect(plain(desk.project)).toEqual(plain(start.project));
  });
});
