import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostClipboardText } from '@shared/ipc/clipboard';
import { htmlCarrying, withoutFragment } from '@electron/main/clipboard/carried-fragment';
import { Machine, type RunningShell } from '../machine';

let machine: Machine;
let shell: RunningShell;
beforeEach(async () => {
  machine = new Machine();
  shell = await machine.start();
});
afterEach(() => {
  machine.remove();
});

const fragment = JSON.stringify({ format: 'gongxue-fragment', version: 1, records: ['课程'] });
const copied = { text: '汽车维护', html: '<p>汽车维护</p>', fragment };

describe('the clipboard', () => {
  it('gives back what was copied here: text, HTML and the things themselves', async () => {
    await shell.ask('clipboard:write', copied);
    expect(await shell.ask('clipboard:read')).toEqual(copied);
    const again = await machine.start();
    Object.assign(again.clipboard, shell.clipboard);
    expect(await again.ask('clipboard:read')).toEqual(copied);
  });

  it('shows other programs plain text and HTML with nothing to see of the fragment', async () => {
    await shell.ask('clipboard:write', copied);
    const { text, html } = shell.clipboard;
    expect(text).toBe('汽车维护');
    expect(html.replace(/<meta [^>]*>/, '')).toBe('<p>汽车维护</p>');
  });

  it('what another program copied is read without a fragment', async () => {
    await shell.ask('clipboard:write', copied);
    Object.assign(shell.clipboard, { text: 'WPS', html: '<table></table>' });
    const read = await shell.ask('clipboard:read');
    expect(read).toEqual({ text: 'WPS', html: '<table></table>', fragment: null });
  });

  it('a clipboard manager that rewrites the HTML takes nothing away in the same run', async () => {
    await shell.ask('clipboard:write', copied);
    Object.assign(shell.clipboard, { html: '<span>汽车维护</span>' });
    expect((await shell.ask('clipboard:read')).fragment).toBe(fragment);
  });

  it.each([
    'no JSON',
    '{"format":"other"}',
    '{"format":"gongxue-fragment","__proto__":{}}',
    '[]',
    'null',
    JSON.stringify({ format: 'gongxue-fragment' }).slice(0, -1),
  ])('refuses %s as a fragment, from the window and from outside', async (bad) => {
    await expect(shell.ask('clipboard:write', { ...copied, fragment: bad })).rejects.toThrow(
      '没有复制',
    );
    Object.assign(shell.clipboard, { text: 'x', html: htmlCarrying('<p>x</p>', bad) });
    const read = await shell.ask('clipboard:read');
    expect(read).toEqual({ text: 'x', html: '<p>x</p>', fragment: null });
  });

  it('too much is refused in words', async () => {
    Object.assign(shell.clipboard, { text: 'x'.repeat(mostClipboardText + 1) });
    await expect(shell.ask('clipboard:read')).rejects.toThrow('太多');
  });

  it('any HTML comes back as it was, whatever it carries', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (html, content) => {
        fc.pre(!html.includes('<meta'));
        const carried = JSON.stringify({ format: 'gongxue-fragment', content });
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(carried));
        expect(withoutFragment(htmlCarrying(html, carried))).toEqual({ html, fragment: carried });
      }),
    );
  });
});
