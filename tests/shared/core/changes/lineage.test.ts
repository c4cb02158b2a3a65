import { describe, expect, it } from 'vitest';
import {
  chainHash,
  forkStanding,
  originHash,
  relate,
  type Relation,
  type Standing,
} from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { pick } from '../../../helpers/random-project';

const start: Standing = {
  projectId: 'pj1',
  head: { copyId: 'home', seq: 0, changeHash: originHash('pj1') },
  lineage: {},
};

/** The standing after some more changes of the same copy. */
function after(standing: Standing, count: number, what = 'edit'): Standing {
  let { head } = standing;
  for (let step = 0; step < count; step += 1) {
    const changeHash = chainHash(head.changeHash, { copyId: head.copyId, what });
    head = { copyId: head.copyId, seq: head.seq + 1, changeHash };
  }
  return { ...standing, head };
}

describe('how two states of one project stand to each other', () => {
  it('knows a file carried to school and back, edited on one side, without a question', () => {
    const atHome = after(start, 3);
    const atSchool = after(forkStanding(atHome, 'school'), 4);
    const backHome = after(forkStanding(atSchool, 'home2'), 1);
    expect(relate(atHome, atSchool)).toBe('ancestor');
    expect(relate(atSchool, backHome)).toBe('ancestor');
    expect(relate(backHome, atHome)).toBe('descendant');
  });

  it('calls two states that were both edited diverged', () => {
    const atHome = after(start, 3);
    const atSchool = after(forkStanding(atHome, 'school'), 1);
    const stillHome = after(atHome, 1);
    expect(relate(stillHome, atSchool)).toBe('diverged');
    expect(relate(atSchool, stillHome)).toBe('diverged');
  });

  it('takes a copy nobody has changed yet for the state it was made from', () => {
    const atHome = after(start, 3);
    const copy = forkStanding(atHome, 'copy');
    expect(relate(copy, atHome)).toBe('same');
    expect(relate(copy, after(atHome, 1))).not.toBe('unrelated');
  });

  it('tells states with equal numbers and other content apart', () => {
    expect(relate(after(start, 2, 'a'), after(start, 2, 'b'))).toBe('diverged');
    const other = after(after(start, 2, 'b'), 1);
    const hashAt = () => after(start, 2, 'b').head.changeHash;
    expect(relate(after(start, 2, 'a'), other, hashAt)).toBe('diverged');
  });

  it('does not mix projects', () => {
    expect(relate(start, { ...start, projectId: 'pj2' })).toBe('unrelated');
  });

  it('agrees with a full record of every change, on a random tree of copies', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seededRandom(seed);
      const states: { standing: Standing; past: ReadonlySet<string> }[] = [
        { standing: start, past: new Set([start.head.changeHash]) },
      ];
      for (let step = 0; step < 12; step += 1) {
        const from = pick(random, states);
        if (from === undefined) continue;
        const newest = states.every(
          ({ standing }) =>
            standing.head.copyId !== from.standing.head.copyId ||
            standing.head.seq <= from.standing.head.seq,
        );
        // A machine goes on in its own copy only from its own newest state.
        const base =
          newest && random.below(2) === 0
            ? from.standing
            : forkStanding(from.standing, `copy${step}`);
        const standing = after(base, 1 + random.below(3), `s${step}`);
        const hashes = new Set(from.past);
        let { changeHash } = base.head;
        for (let seq = base.head.seq; seq < standing.head.seq; seq += 1) {
          changeHash = chainHash(changeHash, { copyId: base.head.copyId, what: `s${step}` });
          hashes.add(changeHash);
        }
        states.push({ standing, past: hashes });
      }
      for (const left of states) {
        for (const right of states) {
          const isAncestor = right.past.has(left.standing.head.changeHash);
          const isDescendant = left.past.has(right.standing.head.changeHash);
          const truth: Relation =
            isAncestor && isDescendant
              ? 'same'
              : isAncestor
                ? 'ancestor'
                : isDescendant
                  ? 'descendant'
                  : 'diverged';
          expect(relate(left.standing, right.standing), `seed ${seed}`).toBe(truth);
        }
      }
    }
  });
});
