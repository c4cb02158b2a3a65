import { describe, expect, it } from 'vitest';
import { schemaVersion } from '@shared/core/model/record';
import {
  climb,
  compareVersions,
  ladder,
  parseVersion,
  type Rung,
  standingOfVersion,
  versionText,
} from '@shared/core/migrations/ladder';

/** Two steps invented for the test: a field gets a new name, then a kind gets a field. */
const invented: readonly Rung[] = [
  ...ladder,
  {
    to: { major: 2, minor: 0 },
    name: 'school-becomes-owner',
    migrate: (records) =>
      records.map(({ school, ...others }) =>
        school === undefined ? others : { ...others, owner: school },
      ),
  },
  {
    to: { major: 2, minor: 1 },
    name: 'owners-have-a-city',
    migrate: (records) => records.map((record) => ({ city: '', ...record })),
  },
];

describe('the ladder of versions', () => {
  it('ends at the version this program writes', () => {
    expect(ladder.at(-1)?.to).toEqual(schemaVersion);
  });

  it('goes up by steps that follow each other, each with a name of its own', () => {
    for (const rungs of [ladder, invented]) {
      rungs.slice(1).forEach(({ to }, index) => {
        const before = rungs[index]?.to ?? to;
        const nextMinor = to.major === before.major && to.minor === before.minor + 1;
        const nextMajor = to.major === before.major + 1 && to.minor === 0;
        expect(nextMinor || nextMajor).toBe(true);
      });
      expect(new Set(rungs.map(({ name }) => name)).size).toBe(rungs.length);
    }
  });

  it('takes records of any older version to the newest, step by step', () => {
    const records = [{ kind: 'major', id: 'ma0000000000000001', school: '示范技师学院' }];
    const newest = [{ kind: 'major', id: 'ma0000000000000001', owner: '示范技师学院', city: '' }];
    expect(climb(records, { major: 1, minor: 0 }, invented)).toEqual({ ok: true, value: newest });
    const halfway = [{ kind: 'major', id: 'ma0000000000000001', owner: '示范技师学院' }];
    expect(climb(halfway, { major: 2, minor: 0 }, invented)).toEqual({ ok: true, value: newest });
    expect(climb(newest, { major: 2, minor: 1 }, invented)).toEqual({ ok: true, value: newest });
  });

  it('leaves records of a newer minor version as they are and refuses a newer major one', () => {
    const records = [{ kind: 'major' }];
    expect(climb(records, { major: 2, minor: 9 }, invented)).toEqual({ ok: true, value: records });
    expect(climb(records, { major: 3, minor: 0 }, invented)).toMatchObject({ ok: false });
    expect(climb(records, { major: 0, minor: 1 }, invented)).toMatchObject({ ok: false });
  });

  it('reads, writes and compares version numbers', () => {
    expect(parseVersion('12.3')).toEqual({ major: 12, minor: 3 });
    expect(versionText({ major: 12, minor: 3 })).toBe('12.3');
    expect(['1', 'v1.0', '1.00', '-1.0', '1.0 ', '99999.0'].map(parseVersion)).toEqual(
      Array(6).fill(undefined),
    );
    expect(compareVersions({ major: 1, minor: 9 }, { major: 2, minor: 0 })).toBeLessThan(0);
    expect(standingOfVersion({ major: 1, minor: 1 }, { major: 1, minor: 0 })).toBe('newerMinor');
    expect(standingOfVersion({ major: 0, minor: 9 }, { major: 1, minor: 0 })).toBe('older');
  });
});
