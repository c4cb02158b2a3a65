import fc from 'fast-check';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { type Project, projectOf } from '@shared/core/model/project';
import {
  type AnyRecord,
  fieldOf,
  isKnown,
  kindSpec,
  type KnownRecord,
} from '@shared/core/model/record';
import { repairedRecord } from '@shared/core/model/repair';
import { cleanCharacters } from '@shared/core/model/text';
import { buildPaper } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { nationalId, sampleOrigin, sampleRecords, valueOf } from '../../../helpers/sample-paper';
import { partsOf } from '../../../helpers/word-package';

/** Any UTF-16 code units, the ones that harm XML often among them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u0000',
        '\u0007',
        '\u000b',
        '\u000c',
        '\u001e',
        '\u001f',
        '\ufffe',
        '\uffff',
      ),
      fc.constantFrom('\ud842', '\udfb7', '\ud842\udfb7', '\n', '\r', '\t', '<', '&', ']]>', '"'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('检', '修', 'A', ' '),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** The first sample with a text of its own in every field of every record. */
function filledWith(text: (place: string) => string): readonly AnyRecord[] {
  return sampleRecords().map((record) => {
    if (!isKnown(record)) return record;
    const values = Object.entries(kindSpec(record.kind).fields).flatMap(([field, { type }]) => {
      const value = fieldOf(record, field);
      if (type === 'line' || type === 'text') return [[field, text(`${record.id} ${field}`)]];
      if (type !== 'items' || !Array.isArray(value)) return [];
      return [[field, value.map((item: { id: string }) => ({ ...item, text: text(item.id) }))]];
    });
    return { ...record, ...(Object.fromEntries(values) as object) };
  });
}

async function everyPaper(project: Project): Promise<readonly Uint8Array[]> {
  const course = [...project.records.values()].find(({ kind }) => kind === 'course');
  const papers = paperKinds.flatMap(({ id: kind, subject, layouts }) =>
    layouts.map(({ id: layoutId }) => ({
      ...{ kind, layoutId, subjectId: subject === 'course' ? (course?.id ?? null) : null },
    })),
  );
  return Promise.all(
    papers.map((request) => writeDocx(valueOf(buildPaper(project, request)), sampleOrigin)),
  );
}

/** Reads every XML part as strictly as the standard asks. */
function expectWellFormed(file: Uint8Array): void {
  for (const [path, xml] of Object.entries(partsOf(file))) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw new Error(`${path}: ${error.message}`);
    });
    parser.write(xml).close();
  }
}

describe('a Word file opens, whatever characters the records hold', () => {
  it('every part of every paper is well-formed, cleaned when read or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 5, maxLength: 9 }), async (texts) => {
        let turn = 0;
        const records = filledWith(() => texts[(turn += 1) % texts.length] ?? '');
        for (const some of [records, records.map(repairedRecord)]) {
          for (const file of await everyPaper(projectOf(some))) expectWellFormed(file);
        }
      }),
      { numRuns: 3, seed: 13 },
    );
  });

  it('another reader finds the cleaned text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (odd) => {
        const marked = (place: string) => `始${place.replace(' ', '')}${odd}终`;
        const records = filledWith(marked).map(repairedRecord);
        const course = records.find(({ kind }) => kind === 'course') as KnownRecord;
        const request = {
          kind: 'courseStandard',
          layoutId: nationalId,
          subjectId: course.id,
        } as const;
        const paper = valueOf(buildPaper(projectOf(records), request));
        const file = await writeDocx(paper, sampleOrigin);
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
        const plain = (text: string) => text.replace(/\s+/gu, '');
        const name = fieldOf(course, 'name');
        expect(name).toBe(cleanCharacters(marked(`${course.id} name`)).replace(/ *\n+ */gu, ' '));
        expect(plain(value)).toContain(plain(name as string));
      }),
      { numRuns: 12, seed: 15 },
    );
  });
});
