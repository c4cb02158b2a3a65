import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Place } from '@shared/core/model/place';

/**
 * One sentence for the teacher. A receipt says what was just done, a refusal why something was not, a word
 * that there was nothing to do or that something goes on.
 * Errors about saving are not messages: they stay in the status until they are over.
 */
export interface Message {
  readonly id: number;
  readonly tone: 'receipt' | 'refusal' | 'word';
  readonly text: string;
  /** The field it belongs to, so that it can be said there; null = for the whole window. */
  readonly at: Place | null;
  readonly action: MessageAction | null;
}

export interface MessageAction {
  readonly label: string;
  readonly run: () => void;
  /** Asked with every step of the project; left out = as long as the message stands. */
  readonly isOffered?: () => boolean;
}

export interface MessagesState {
  readonly message: Message | null;
  readonly say: (message: Omit<Message, 'id'>) => void;
  readonly dismiss: () => void;
}

export type MessagesStore = StoreApi<MessagesState>;

export function createMessagesStore(): MessagesStore {
  let count = 0;
  return createStore<MessagesState>()((set) => ({
    message: null,
    say(message) {
      count += 1;
      set({ message: { ...message, id: count } });
    },
    dismiss() {
      set({ message: null });
    },
  }));
}
