import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originHash } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { samples } from '@shared/core/samples/index';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { valueOf } from '../../../helpers/sample-paper';

/**
 * The two whole majors as a reader finds them who knows nothing of the software: counted, summed and
 * compared from `project.json` by a program of its own (tests/readers/sample-facts.mjs).
 */
interface Facts {
  readonly han: number;
  readonly schools: readonly string[];
  readonly levels: readonly string[];
  readonly startPoints: number;
  readonly typicalWorkTasks: number;
  readonly courses: number;
  readonly sentences: number;
  readonly repeated: readonly string[];
  readonly skeletons: readonly (readonly string[])[];
  readonly fillers: readonly string[];
  readonly standards: readonly string[];
  readonly tables: readonly { readonly name: string; readonly total: number }[];
  readonly faults: readonly string[];
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongxue-facts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Read once, asked often. */
const known = new Map<string, Facts>();
function shippedFacts(sample: string): Facts {
  const facts = known.get(sample) ?? factsOf(sample);
  known.set(sample, facts);
  return facts;
}

/** The facts of a sample; `edit` may spoil its project.json first. */
function factsOf(sample: string, edit: (text: string) => string = (text) => text): Facts {
  const records = samples.find(({ id }) => id === sample)?.records(seededRandom(4)) ?? [];
  const projectId = 'pj0000000000000000';
  const head = { copyId: 'cp0000000000000000', seq: 0, changeHash: originHash(projectId) };
  const spoilt = JSON.parse(edit(JSON.stringify(records))) as typeof records;
  const file = writeProjectFile({
    standing: { projectId, head, lineage: {} },
    records: spoilt,
  });
  const path = join(folder, `${sample}.gxk`);
  writeFileSync(path, valueOf(file));
  const options = { encoding: 'utf8', maxBuffer: 50_000_000 } as const;
  const run = spawnSync(process.execPath, ['tests/readers/sample-facts.mjs', path], options);
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Facts;
}

describe.each(['qiche-weixiu', 'hulianwang-yingxiao'])('the major %s, read from outside', (id) => {
  let facts: Facts;
  beforeAll(() => {
    facts = shippedFacts(id);
  }, 60_000);

  it('adds up and is mapped whole: hours, course tables, weights, objectives, requirements', () => {
    expect(facts.faults).toEqual([]);
  });

  it('repeats itself nowhere: no sentence and no pattern in more than three courses', () => {
    expect(facts.sentences).toBeGreaterThan(1000);
    expect(facts.repeated).toEqual([]);
    expect(facts.skeletons).toEqual([]);
    expect(facts.fillers).toEqual([]);
  });

  it('is of the school 示范技师学院', () => {
    expect([...new Set(facts.schools)]).toEqual(['示范技师学院']);
  });
});

describe('the major 汽车维修, counted', () => {
  let facts: Facts;
  beforeAll(() => {
    facts = shippedFacts('qiche-weixiu');
  }, 60_000);

  it('has three levels, five start points, 15 courses and over 60,000 characters', () => {
    expect(facts.levels.toSorted()).toEqual(['advanced', 'intermediate', 'preTechnician']);
    expect(facts.startPoints).toBe(5);
    expect(facts.tables).toHaveLength(5);
    expect(facts.typicalWorkTasks).toBeGreaterThanOrEqual(14);
    expect(facts.courses).toBeGreaterThanOrEqual(14);
    expect(facts.han).toBeGreaterThan(60_000);
  });

  it('cites these standards and no other', () => {
    expect(facts.standards).toEqual([
      'GB 12981',
      'GB 18285',
      'GB 18285—2018',
      'GB 18384—2020',
      'GB 38900—2020',
      'GB 7258',
      'GB 7258—2017',
      'GB/T 18344—2016',
      'GB/T 5624',
      'GB/T 5624—2019',
      'JT/T 774—2010',
    ]);
  });
});

it('the major 互联网营销 has two levels', () => {
  expect(shippedFacts('hulianwang-yingxiao').levels.toSorted()).toEqual([
    'advanced',
    'intermediate',
  ]);
}, 60_000);

describe('the outside reader sees what is wrong', () => {
  it('in hours, shares and weights that no longer add up', () => {
    const { faults } = factsOf('hulianwang-yingxiao', (text) =>
      text
        .replace(/"hours":\d+/u, '"hours":1')
        .replace(/"percent":\d+/u, '"percent":1')
        .replace('"processWeight":70', '"processWeight":69'),
    );
    expect(faults.length).toBeGreaterThanOrEqual(3);
  }, 60_000);

  it('in one sentence pattern with another noun put in', () => {
    const nouns = ['选品', '短视频', '网店', '社群推广'];
    let count = 0;
    const { repeated, skeletons } = factsOf('hulianwang-yingxiao', (text) =>
      text.replaceAll('"competenceObservation":"', (found) => {
        count += 1;
        const noun = nouns[count % nouns.length] ?? '';
        return count > 4 ? found : `${found}观察学生在${noun}中能否主动沟通、按时完成并整理现场。`;
      }),
    );
    expect(repeated).toEqual([]);
    expect(skeletons).toHaveLength(4);
  }, 60_000);
});
