import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { buildObjectiveText } from '@shared/core/commands/build-objective-text';
import type { RecordId } from '@shared/core/kernel/id';
import { splitObjective, wholeAsBehaviour } from '@shared/core/model/objective-split';
import { findOf } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { useStudio } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { focusField } from './fields/field-place';

interface ObjectiveParts {
  readonly isOpen: (objective: RecordOf<'courseObjective'> | undefined) => boolean;
  /** Opens or closes the three slots of an objective and puts the cursor where one goes on writing. */
  readonly toggle: (objectiveId: RecordId) => void;
}

/** Which objectives are written in slots. One that has parts is, until it is closed. */
export function useObjectiveParts(): ObjectiveParts {
  const { document, pending } = useStudio();
  const execute = useExecute();
  const [chosen, setChosen] = useState<ReadonlyMap<RecordId, boolean>>(new Map());
  const isOpen = useCallback(
    (objective: RecordOf<'courseObjective'> | undefined) =>
      objective !== undefined && (chosen.get(objective.id) ?? hasParts(objective)),
    [chosen],
  );
  const toggle = useCallback(
    (objectiveId: RecordId) => {
      pending.commitAll();
      const objective = findOf(document.getState().project, 'courseObjective', objectiveId);
      if (objective === undefined || document.getState().readOnly) return;
      const open = !isOpen(objective);
      // A sentence is taken apart only where that is certain; else it stays whole, as the 行为.
      const parts = splitObjective(objective.text) ?? wholeAsBehaviour(objective.text);
      flushSync(() => {
        if (open && !hasParts(objective) && parts !== undefined) {
          execute(buildObjectiveText, { objectiveId, ...parts });
        }
        setChosen((before) => new Map(before).set(objectiveId, open));
      });
      focusField({ record: objectiveId, field: open ? 'condition' : 'text' });
    },
    [document, pending, execute, isOpen],
  );
  return { isOpen, toggle };
}

function hasParts({ condition, behaviour, standard }: RecordOf<'courseObjective'>): boolean {
  return condition + behaviour + standard !== '';
}
