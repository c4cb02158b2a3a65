/** Resolves when nobody of a process group runs any more. */
export function untilGroupGone(group: number): Promise<void>;
