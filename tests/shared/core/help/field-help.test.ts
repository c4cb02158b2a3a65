import { describe, expect, it } from 'vitest';
import { fieldSpec, isKind, kindNames, kindSpec } from '@shared/core/model/record';
import { fieldHelp, sourceWords } from '@shared/core/help/field-help';
import stored from '@templates/help/fields.json';

const helped = Object.keys(stored);

/** Fields the app writes, or that are chosen from a list and not written. */
const notWritten = [
  'glossaryTerm.termId',
  'waiver.ruleId',
  'waiver.field',
  'waiver.fingerprint',
  'baseline.date',
  'baseline.projectHash',
  'keptExport.paper',
  'keptExport.layout',
  'keptExport.fileName',
  'keptExport.sha256',
];

const written = kindNames.flatMap((kind) =>
  Object.entries(kindSpec(kind).fields)
    .filter(([, spec]) => ['line', 'text', 'items'].includes(spec.type))
    .map(([field]) => `${kind}.${field}`)
    .filter((name) => !notWritten.includes(name)),
);

describe('the help behind a field', () => {
  it('is there for everything a teacher writes', () => {
    expect(written.filter((name) => !helped.includes(name))).toEqual([]);
  });

  it('is for fields that exist', () => {
    const unknown = helped.filter((name) => {
      const [kind = '', field = ''] = name.split('.');
      return !isKind(kind) || fieldSpec(kind, field) === undefined;
    });
    expect(unknown).toEqual([]);
  });

  it('shows a good and a bad example that differ, in whole sentences where it explains', () => {
    for (const name of helped) {
      const [kind = '', field = ''] = name.split('.');
      const help = fieldHelp(kind, field)!;
      expect(help.good, name).not.toBe(help.bad);
      expect(help.hint, name).toMatch(/。$/);
      expect(help.why, name).toMatch(/。$/);
      expect(help.fault, name).not.toMatch(/。$/);
      expect(sourceWords[help.source]).toMatch(/\p{Script=Han}/u);
    }
  });

  it('says where a requirement comes from in words, each source in its own', () => {
    expect(new Set(Object.values(sourceWords)).size).toBe(3);
  });

  it('has nothing to say about what the app fills in', () => {
    expect(fieldHelp('waiver', 'fingerprint')).toBeUndefined();
  });
});
