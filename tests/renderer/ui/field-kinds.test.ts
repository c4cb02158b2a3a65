import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldKinds } from '../../helpers/field-kinds';

/** Elements that take letters; ticks and choices do not. */
function hasTextField(source: string): boolean {
  const inputs = source.match(/<(?:input|textarea)\b[\s\S]*?\/>/g) ?? [];
  return inputs.some((input) => !/type="(?:checkbox|radio|file|range)"/.test(input));
}

describe('the fields of the window', () => {
  it('are all known to the trials with an input method', () => {
    const components = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.tsx'))
      .filter((name) => hasTextField(readFileSync(join('renderer', name), 'utf8')));
    expect(components.sort()).toEqual(Object.keys(fieldKinds).sort());
  });

  it('are found whatever stands in them', () => {
    expect(hasTextField('<input value={x} onChange={() => { go(); }} />')).toBe(true);
    expect(hasTextField('<textarea rows={1} />')).toBe(true);
    expect(hasTextField('<input type="checkbox" checked />')).toBe(false);
  });
});
