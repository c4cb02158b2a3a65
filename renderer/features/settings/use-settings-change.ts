import type { IpcArgs, Settings } from '@shared/ipc/contract';
import { useStudio } from '../../state/studio';

export interface SettingsChange {
  /** Remembers a choice; `receipt` is said when it cannot be seen at once, '' otherwise. */
  readonly change: (part: IpcArgs<'settings:set'>[0], receipt?: string) => Promise<void>;
  /** Asks for a folder in the system's own dialog. */
  readonly pickFolder: (which: 'projects' | 'backups', receipt: string) => Promise<void>;
}

/** How a choice gets to the shell and back; one that could not be remembered is said, not shown as made. */
export function useSettingsChange(): SettingsChange {
  const { platform, settings, messages } = useStudio();
  const say = (tone: 'receipt' | 'refusal', text: string) => {
    messages.getState().say({ tone, text, at: null, action: null });
  };
  const took = (reply: Reply, receipt: string) => {
    if (!reply.ok) say('refusal', reply.failure.message);
    else if (reply.value !== null) {
      settings.getState().take({ settings: reply.value });
      if (receipt !== '') say('receipt', receipt);
    }
  };
  return {
    change: async (part, receipt = '') => {
      took(await platform['settings:set'](part), receipt);
    },
    pickFolder: async (which, receipt) => {
      took(await platform['settings:pickFolder'](which), receipt);
    },
  };
}

type Reply =
  | { readonly ok: true; readonly value: Settings | null }
  | { readonly ok: false; readonly failure: { readonly message: string } };
