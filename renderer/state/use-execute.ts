import { useCallback } from 'react';
import type { Command } from '@shared/core/commands/command';
import type { Intent } from '@shared/core/making/draft';
import type { Refusal } from '@shared/core/words/refusal';
import type { Result } from '@shared/core/kernel/result';
import type { Place } from '@shared/core/model/place';
import { useStudio } from './studio';

export type Execute = <Input>(
  command: Command<Input>,
  input: Input,
  /** The field to say a refusal at; without it the window says it. */
  at?: Place,
) => Result<Intent, Refusal>;

/** Runs commands. A refusal becomes a sentence in place; the result tells the caller as well. */
export function useExecute(): Execute {
  const { document, messages } = useStudio();
  return useCallback<Execute>(
    (command, input, at) => {
      const result = document.getState().execute(command, input);
      const { message, say, dismiss } = messages.getState();
      if (!result.ok) {
        say({ tone: 'refusal', text: result.failure.message, at: at ?? null, action: null });
      } else if (message?.tone === 'refusal') dismiss();
      return result;
    },
    [document, messages],
  );
}
