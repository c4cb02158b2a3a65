import { fail, ok } from '@shared/core/kernel/result';
import {
  type ClipboardForms,
  mostClipboardFragment,
  mostClipboardHtml,
  mostClipboardText,
} from '@shared/ipc/clipboard';
import type { IpcFailure, IpcReply } from '@shared/ipc/contract';
import type { Services } from '../services';
import { htmlCarrying, isFragment, withoutFragment } from './carried-fragment';

const tooLarge: IpcFailure = {
  reason: 'too-large',
  message: '剪贴板里的内容太多，没有粘贴，请分几次复制。',
};
const noFragment: IpcFailure = { reason: 'bad-request', message: '复制的内容格式不对，没有复制。' };
/** Base64 takes a third more, letters of Chinese three bytes each. */
const mostMarked = mostClipboardHtml + mostClipboardFragment * 4;

/** The clipboard of the machine, for the window, which has no right to it by itself. */
export function clipboardHandlers({ clipboard }: Services) {
  // A clipboard manager may have rewritten the HTML; what this run copied last it still knows.
  let last: ClipboardForms | null = null;
  return {
    'clipboard:read': async (): Promise<IpcReply<'clipboard:read'>> => {
      const { text, html: marked } = await clipboard.read();
      if (text.length > mostClipboardText || marked.length > mostMarked) return fail(tooLarge);
      const found = withoutFragment(marked);
      const { html } = found;
      const fragment = found.fragment ?? (last?.text === text ? last.fragment : null);
      if (html.length > mostClipboardHtml) return fail(tooLarge);
      if ((fragment?.length ?? 0) > mostClipboardFragment) return fail(tooLarge);
      return ok({ text, html, fragment });
    },
    'clipboard:write': async (forms: ClipboardForms): Promise<IpcReply<'clipboard:write'>> => {
      const { text, html, fragment } = forms;
      if (fragment !== null && !isFragment(fragment)) return fail(noFragment);
      await clipboard.write({ text, html: htmlCarrying(html, fragment) });
      last = text === '' ? null : forms;
      return ok(null);
    },
  };
}
