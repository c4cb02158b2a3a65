import { setFlagsFromString } from 'node:v8';

/**
 * Code is optimised when it has run for a while. V8 would begin at once, on other threads, and a start
 * has no core to spare: that was a quarter of what the shell does until the window can be written in.
 */
export const lateOptimising = '--invocation-count-for-turbofan=30000';

/** For this process, as early as can be. */
setFlagsFromString(lateOptimising);
