import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindNames } from '@shared/core/model/record';
import { filesIn } from '../../../scripts/kind-names.mjs';

/** The classes that a style sheet has rules for. */
function styledIn(css: string): readonly string[] {
  const selectors = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\{[^{}]*\}/g, '{}');
  return [...selectors.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name);
}

const sheets = filesIn(['renderer'], ['.css']);
const source = filesIn(['renderer'], ['.ts', '.tsx'])
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const words = new Set(source.match(/[a-zA-Z][\w-]*/g));
/** What stands before `${` in class names that are put together: btn- for btn-primary. */
const beginnings = [...source.matchAll(/([a-z]+(?:-[a-z]+)*-)\$\{/g)].map(
  ([, begin = '']) => begin,
);
const isDrawn = (name: string) =>
  words.has(name) || beginnings.some((begin) => name.startsWith(begin));

describe('the style sheets', () => {
  const styled = sheets.flatMap((file) =>
    styledIn(readFileSync(file, 'utf8')).map((name) => [file, name] as const),
  );

  it('have no rule for a class that nothing on the screen has', () => {
    expect(isDrawn('btn-primary')).toBe(true);
    expect(isDrawn('nothing-has-this')).toBe(false);
    expect(styled.filter(([, name]) => !isDrawn(name))).toEqual([]);
  });

  it('style nothing by the name of its kind: a new kind needs no rule', () => {
    const ofKind = (name: string) =>
      !words.has(name) && kindNames.some((kind) => name.endsWith(`-${kind}`));
    expect(ofKind('outline-majorLevel')).toBe(true);
    expect(styled.filter(([, name]) => ofKind(name))).toEqual([]);
  });

  it('lie with what they are about: only colours and the ground are common', () => {
    const common = sheets.filter((file) => file.startsWith('renderer/styles/'));
    expect(common).toEqual(['renderer/styles/base.css', 'renderer/styles/tokens.css']);
    const main = readFileSync('renderer/main.ts', 'utf8');
    expect(sheets.filter((file) => !main.includes(file.replace('renderer/', './')))).toEqual([]);
  });
});
