import { describe, expect, it } from 'vitest';
import { apply } from '@shared/core/changes/change';
import {
  type EntryContent,
  follows,
  nextEntry,
  parseEntry,
  storeEntry,
} from '@shared/core/changes/entry';
import { historyOf } from '@shared/core/changes/history';
import { type Head, originHash } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { courseDesk } from '../../../helpers/course';
import { plain } from '../../../helpers/laws';
import { randomProject } from '../../../helpers/random-project';
import { doSomething, Session, typed } from '../../../helpers/session';

describe('undo and redo', () => {
  it('go through any work back to the start and forth to the end, on a random walk', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const session = new Session(randomProject(seed));
      const start = plain(session.project);
      for (let step = 0; step < 30; step += 1) {
        session.wait(random.below(15_000));
        const choice = random.below(5);
        if (choice === 0) session.undo();
        else if (choice === 1) session.redo();
        else doSomething(session, random);
      }
      const end = plain(session.project);
      const done = session.history.past.size;
      while (session.undo());
      expect(plain(session.project), `seed ${seed}`).toEqual(start);
      for (let step = 0; step < done; step += 1) session.redo();
      expect(plain(session.project), `seed ${seed}`).toEqual(end);
    }
  });

  it('are the same when the history is read from the journal after a restart', () => {
    for (let seed = 1; seed <= 15; seed += 1) {
      const random = seededRandom(seed);
      const session = new Session(randomProject(seed));
      for (let step = 0; step < 30; step += 1) {
        session.wait(random.below(15_000));
        if (random.below(4) === 0) session.undo();
        else if (random.below(4) === 0) session.redo();
        else doSomething(session, random);
      }
      const read = session.entries.map((entry) =>
        parseEntry(JSON.parse(JSON.stringify(storeEntry(entry)))),
      );
      expect(read).toEqual(session.entries);
      const history = historyOf(read.filter((entry) => entry !== undefined));
      expect(history.past.toArray()).toEqual(session.history.past.toArray());
      expect(history.future.toArray()).toEqual(session.history.future.toArray());
      const replayed = session.entries.reduce(
        (project, { change }) => apply(project, change),
        randomProject(seed),
      );
      expect(plain(replayed)).toEqual(plain(session.project));
    }
  });

  it('reach back 200 steps and more', () => {
    const { desk, courseId } = courseDesk();
    const session = new Session(desk.project);
    for (let step = 0; step < 250; step += 1) {
      session.wait(30_000);
      typed(session, courseId, `汽车维护 ${step}`);
    }
    expect(session.history.past.size).toBe(250);
    while (session.undo());
    expect(plain(session.project)).toEqual(plain(desk.project));
  });

  it('take typing in one field as one step, a pause or another field as the next', () => {
    const { desk, courseId, taskIds } = courseDesk();
    const session = new Session(desk.project);
    for (const value of ['汽', '汽车', '汽车保']) {
      session.wait(400);
      typed(session, courseId, value);
    }
    typed(session, taskIds[0], '换油');
    session.wait(400);
    typed(session, courseId, '汽车保养');
    session.wait(25_000);
    typed(session, courseId, '汽车保养与维护');
    expect(session.history.past.size).toBe(4);
    session.undo();
    session.undo();
    session.undo();
    session.undo();
    expect(plain(session.project)).toEqual(plain(desk.project));
    expect(session.undo()).toBe(false);
  });

  it('leave no step for what was typed and taken back by hand', () => {
    const { desk, courseId } = courseDesk();
    const session = new Session(desk.project);
    typed(session, courseId, '汽车');
    typed(session, courseId, '汽车维护');
    expect(session.labels()).toEqual([]);
    expect(session.undo()).toBe(false);
  });

  it('offer no redo after something new was done', () => {
    const { desk, courseId, taskIds } = courseDesk();
    const session = new Session(desk.project);
    typed(session, courseId, '甲');
    session.undo();
    typed(session, taskIds[0], '乙');
    expect(session.redo()).toBe(false);
  });
});

describe('the chain of the journal', () => {
  it('is broken by any altered entry', () => {
    const { desk, courseId } = courseDesk();
    const session = new Session(desk.project);
    typed(session, courseId, '甲');
    const head = { copyId: 'cp1', seq: 0, changeHash: originHash('pj1') };
    const [entry] = session.entries;
    if (entry === undefined) throw new Error('nothing was written');
    expect(follows(head, entry)).toBe(true);
    expect(follows(head, { ...entry, label: '乙' })).toBe(false);
    expect(follows(head, { ...entry, change: [] })).toBe(false);
    expect(follows(head, { ...entry, seq: 2 })).toBe(false);
    expect(follows({ ...head, copyId: 'cp2' }, entry)).toBe(false);
    expect(parseEntry({ ...storeEntry(entry), change: 'x' })).toBeUndefined();
    const wrong = [{ id: 'co1', before: null, after: { kind: 'course' } }];
    expect(parseEntry({ ...storeEntry(entry), change: wrong })).toBeUndefined();
  });
});

it('what was frozen for a committee is no step: undo passes over it to the one before', () => {
  const head: Head = { copyId: 'cp1', seq: 0, changeHash: originHash('pj1') };
  const content = (command: string, label: string): EntryContent => ({
    ...{ action: 'do', of: null, command, label, group: null, change: [], author: '' },
    at: '2026-11-25T08:00:00.000Z',
  });
  const typed = nextEntry(head, content('edit-field', '改名'));
  const frozen = nextEntry({ ...head, ...typed }, content('make-baseline', '存为“送审稿”'));
  const history = historyOf([typed, frozen]);
  expect(history.past.toArray().map(({ label }) => label)).toEqual(['改名']);
});
