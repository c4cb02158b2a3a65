import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { seededRandom } from '@shared/core/kernel/random';
import { kindNames, kindSpec } from '@shared/core/model/record';
import { samples } from '@shared/core/samples/index';
import { projectFileSchemas } from './json-schema';
import { aProjectFile, partsOf } from './project-parts';

const schemas = projectFileSchemas();

function check(name: string, value: unknown): boolean {
  const schema = schemas.get(name) as Parameters<typeof z.fromJSONSchema>[0];
  return z.fromJSONSchema(schema).safeParse(value).success;
}

describe('the JSON Schemas in docs/formats', () => {
  it.each([...schemas.keys()])(
    '%s is the current one (renew it with `npx vitest run -u`)',
    async (name) => {
      const text = await format(JSON.stringify(schemas.get(name)), {
        parser: 'json',
        printWidth: 100,
      });
      await expect(text).toMatchFileSnapshot(`../../../../docs/formats/${name}.schema.json`);
    },
  );

  it('hold for every part of a file we write', () => {
    const records = samples[0]?.records(seededRandom(1)) ?? [];
    const parts = partsOf(aProjectFile({ records }));
    for (const name of ['manifest', 'project', 'summary']) {
      const content = new TextDecoder().decode(parts.get(`${name}.json`));
      expect([name, check(name, JSON.parse(content))]).toEqual([name, true]);
    }
  });

  it('refuse a record of the wrong shape', () => {
    const record = { kind: 'course', id: 'co0000000000000001', parentId: null, order: 'a0' };
    expect(check('project', { records: [record] })).toBe(true);
    expect(check('project', { records: [{ ...record, kind: 'simulation' }] })).toBe(true);
    expect(check('project', { records: [{ ...record, standardHours: 0.3 }] })).toBe(false);
    expect(check('project', { records: [{ ...record, id: 'course 1' }] })).toBe(false);
    expect(check('project', {})).toBe(false);
  });

  it('name every kind and every field in Chinese', () => {
    const { $defs } = schemas.get('project') as {
      $defs: Record<
        string,
        { title: string; properties: Record<string, { description?: string }> }
      >;
    };
    for (const kind of kindNames) {
      const { label, fields } = kindSpec(kind);
      expect($defs[kind]?.title).toBe(label);
      for (const [field, spec] of Object.entries(fields)) {
        expect($defs[kind]?.properties[field]?.description).toBe(spec.label);
      }
    }
  });
});
