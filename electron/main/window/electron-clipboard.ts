import { clipboard, ClipboardItem } from 'electron';
import type { Clipboard } from '../services';

/** The clipboard of Electron before 45, which the test runtime still has: at once, not by promise. */
interface EarlierClipboard {
  readonly readText: () => string;
  readonly readHTML: () => string;
  readonly write: (forms: { readonly text: string; readonly html: string }) => void;
}

const promised: Clipboard = {
  read: async () => {
    const items = await clipboard.read();
    const form = async (type: string) => {
      const item = items.find(({ types }) => types.includes(type));
      const found = await item?.getType<string>(type);
      return found instanceof Blob ? found.text() : '';
    };
    return { text: await form('text/plain'), html: await form('text/html') };
  },
  write: async ({ text, html }) => {
    const forms = { 'text/plain': text, ...(html === '' ? {} : { 'text/html': html }) };
    await clipboard.write([new ClipboardItem(forms)]);
  },
};

function earlier(old: EarlierClipboard): Clipboard {
  return {
    read: () => Promise.resolve({ text: old.readText(), html: old.readHTML() }),
    write: ({ text, html }) => {
      old.write({ text, html });
      return Promise.resolve();
    },
  };
}

/** The clipboard of the machine; call after the app is ready. */
export function electronClipboard(): Clipboard {
  const item = ClipboardItem as typeof ClipboardItem | undefined;
  return item === undefined ? earlier(clipboard as unknown as EarlierClipboard) : promised;
}
