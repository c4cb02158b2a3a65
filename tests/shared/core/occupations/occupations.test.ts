import { describe, expect, it } from 'vitest';
import { occupationCatalogue as catalogue } from '@shared/core/occupations/catalogue';
import { readOccupationCatalogue, type Occupation } from '@shared/core/occupations/occupation';
import { findOccupations } from '@shared/core/occupations/search';
import { occupationWarnings } from '@shared/core/occupations/warnings';
import { matchPinyin } from '../../../../renderer/ui/match-pinyin';

const current = catalogue.occupations.filter(({ isCancelled }) => !isCancelled);
const marked = (...marks: Occupation['marks']): number =>
  current.filter((one) => marks.every((mark) => one.marks.includes(mark))).length;
const names = (found: readonly Occupation[]): readonly string[] => found.map(({ name }) => name);
const reasons = (edition: string, code: string): readonly string[] =>
  occupationWarnings(catalogue, { edition, code }).map(({ reason }) => reason);

describe('the catalogue of occupations', () => {
  it('lists 334 occupations of the 2022 edition and 10 cancelled ones of the 2015 edition', () => {
    expect(current).toHaveLength(334);
    expect(current.every(({ edition }) => edition === '2022')).toBe(true);
    const cancelled = catalogue.occupations.filter(({ isCancelled }) => isCancelled);
    expect(cancelled).toHaveLength(10);
    expect(cancelled.every(({ edition }) => edition === '2015')).toBe(true);
  });

  it('names each occupation once by edition and code, and no name twice in an edition', () => {
    const keys = catalogue.occupations.map(({ edition, code }) => `${edition} ${code}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(names(current)).size).toBe(current.length);
  });

  it('writes codes as four groups of digits that begin with a known major group', () => {
    const majors = catalogue.majorGroups.map(({ code }) => code);
    for (const { code } of catalogue.occupations) {
      expect(code).toMatch(/^\d-\d\d-\d\d-\d\d$/u);
      expect(majors).toContain(code[0]);
    }
  });

  it('marks 164 new, 97 digital, 134 green, and 23 both digital and green', () => {
    expect(marked('new')).toBe(164);
    expect(marked('digital')).toBe(97);
    expect(marked('green')).toBe(134);
    expect(marked('digital', 'green')).toBe(23);
    expect(marked('digital', 'new')).toBe(43);
    expect(marked('green', 'new')).toBe(15);
  });

  it('knows the agricultural family of 15, all of them listed', () => {
    const [family, ...others] = catalogue.families;
    expect(others).toEqual([]);
    expect(family?.codes).toHaveLength(15);
    expect(current.filter(({ families }) => families.includes('涉农职业族'))).toHaveLength(15);
  });

  it('counts the editions so that the major groups add up to the whole', () => {
    for (const edition of ['1999', '2015', '2022'] as const) {
      for (const part of ['middle', 'minor', 'occupations'] as const) {
        const sum = catalogue.majorGroups.reduce(
          (all, { census }) => all + census[edition][part],
          0,
        );
        expect(sum).toBe(catalogue.census[edition][part]);
      }
    }
    expect(catalogue.census['2022'].occupations).toBe(1639);
  });

  it('refuses data of another form', () => {
    expect(() => readOccupationCatalogue({ edition: '2022', occupations: [] })).toThrow();
  });
});

describe('looking for an occupation', () => {
  it('finds it by its code, whole or begun, with or without hyphens', () => {
    expect(names(findOccupations(catalogue, { text: '4-01-06-02' }))).toEqual(['互联网营销师']);
    expect(names(findOccupations(catalogue, { text: '4010602' }))).toEqual(['互联网营销师']);
    expect(names(findOccupations(catalogue, { text: '4-01-06' }))).toEqual([
      '电子商务师',
      '互联网营销师',
    ]);
  });

  it('finds it by its name first, then by 工种', () => {
    expect(names(findOccupations(catalogue, { text: '营销' }))[0]).toBe('互联网营销师');
    expect(names(findOccupations(catalogue, { text: '直播销售员' }))).toEqual(['互联网营销师']);
  });

  it('finds it by pinyin when the window matches', () => {
    const matcher = (text: string, word: string) => matchPinyin(text, word) !== undefined;
    expect(names(findOccupations(catalogue, { text: 'hlwyxs' }, { matcher }))).toEqual([
      '互联网营销师',
    ]);
  });

  it('narrows by marks and family, typed or chosen', () => {
    expect(findOccupations(catalogue, { text: '', marks: ['digital', 'green'] })).toHaveLength(23);
    expect(findOccupations(catalogue, { text: '', family: '涉农职业族' })).toHaveLength(15);
    expect(findOccupations(catalogue, { text: '数字职业 绿色职业' })).toHaveLength(23);
  });

  it('lists everything for an empty query and nothing for what is not there', () => {
    expect(findOccupations(catalogue, { text: ' ' })).toHaveLength(344);
    expect(findOccupations(catalogue, { text: '魔法师' })).toEqual([]);
    expect(findOccupations(catalogue, { text: '9-99' })).toEqual([]);
  });
});

describe('the warnings about a linked occupation', () => {
  it('has none for a sound one', () => {
    expect(reasons('2022', '4-01-06-02')).toEqual([]);
  });

  it('says that an occupation was cancelled, whichever edition is named', () => {
    expect(reasons('2015', '4-04-01-02')).toEqual(['cancelled']);
    expect(reasons('2022', '4-04-01-02')).toEqual(['cancelled']);
  });

  it('says on both sides that a code was given to another occupation', () => {
    for (const code of ['2-06-07-13', '6-25-04-04', '6-25-04-05']) {
      expect(reasons('2022', code)).toEqual(['reused']);
      expect(reasons('2015', code)).toEqual(['cancelled', 'reused']);
    }
    expect(
      occupationWarnings(catalogue, { edition: '2015', code: '6-25-04-04' })[1]?.message,
    ).toContain('激光设备安装调试员');
  });

  it('reuses no other code', () => {
    const reused = current.filter(({ code }) => reasons('2022', code).includes('reused'));
    expect(reused).toHaveLength(3);
  });

  it('says when the edition is too old, the code unlisted or no code at all', () => {
    expect(reasons('2015', '4-01-06-02')).toEqual(['newer']);
    expect(reasons('2022', '8-99-99-99')).toEqual(['unlisted']);
    expect(reasons('2022', '互联网营销师')).toEqual(['malformed']);
  });
});
