import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphicsNote } from '@electron/main/files/graphics-note';

const day = 24 * 60 * 60 * 1000;

describe('what a start remembers of the graphics of a machine', () => {
  let profile: string;
  let now: number;
  const file = () => join(profile, 'graphics.json');
  const note = (electron = '45.4.1') => graphicsNote(profile, { electron, now: () => now });
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'gongxue-graphics-'));
    now = Date.UTC(2026, 10, 26);
  });
  afterEach(() => {
    rmSync(profile, { recursive: true, force: true });
  });

  it('tries them on a machine it does not know', () => {
    expect(note().foundNone()).toBe(false);
  });

  it('does not try again for a week what did not work', () => {
    note().keep(false);
    now += 6 * day;
    expect(note().foundNone()).toBe(true);
    now += 2 * day;
    expect(note().foundNone()).toBe(false);
  });

  it('tries again with another Electron, and when the clock was set back', () => {
    note().keep(false);
    expect(note('46.0.0').foundNone()).toBe(false);
    now -= day;
    expect(note().foundNone()).toBe(false);
  });

  it('forgets it when they work', () => {
    note().keep(false);
    note().keep(true);
    expect(existsSync(file())).toBe(false);
    expect(() => {
      note().keep(true);
    }).not.toThrow();
  });

  it.each(['', '{', 'null', '7', '[]', '{"electron":"45.4.1","none":"soon"}'])(
    'tries them when the note is damaged: %s',
    (text) => {
      writeFileSync(file(), text);
      expect(note().foundNone()).toBe(false);
      note().keep(false);
      expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ electron: '45.4.1', none: now });
    },
  );

  it('a profile that cannot be written costs time and nothing else', () => {
    const nowhere = graphicsNote(join(profile, 'gone', 'deeper'), {
      electron: '45.4.1',
      now: () => now,
    });
    nowhere.keep(false);
    expect(nowhere.foundNone()).toBe(false);
  });
});
