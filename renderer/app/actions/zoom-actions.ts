import { nextScale } from '../../state/scale-steps';
import type { Studio } from '../../state/studio';
import type { Action } from './action';

/** Draws the whole window at a size, and remembers it. */
export async function drawAt(
  { platform, settings, messages }: Studio,
  scale: number,
): Promise<void> {
  if (scale === settings.getState().settings.scale) return;
  // What is asked for next starts from here, also before the shell has answered.
  settings.getState().take({ settings: { ...settings.getState().settings, scale } });
  const reply = await platform['settings:set']({ scale });
  if (reply.ok) return;
  const { message } = reply.failure;
  messages.getState().say({ tone: 'refusal', text: message, at: null, action: null });
}

/** One step larger or smaller. */
export function zoomBy(studio: Studio, by: 1 | -1): void {
  void drawAt(studio, nextScale(studio.settings.getState().settings.scale, by));
}

/** 查看 › 大小 */
export const zoomActions: readonly Action[] = [
  {
    id: 'zoom-in',
    title: '放大',
    keys: ['Ctrl+=', 'Ctrl++', 'Ctrl+Shift++'],
    words: '字大 缩放 大小',
    run: (studio) => {
      zoomBy(studio, 1);
    },
  },
  {
    id: 'zoom-out',
    title: '缩小',
    keys: ['Ctrl+-', 'Ctrl+Shift+_'],
    words: '字小 缩放 大小',
    run: (studio) => {
      zoomBy(studio, -1);
    },
  },
  {
    id: 'zoom-reset',
    title: '原来的大小（100%）',
    keys: ['Ctrl+0'],
    words: '缩放 大小',
    run: (studio) => void drawAt(studio, 100),
  },
];
