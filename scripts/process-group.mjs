/** The processes a program has started, which outlive it by a moment. */
import { readdirSync, readFileSync } from 'node:fs';

/** Longer than any process needs that has been told to end, also on a machine that is busy. */
const patienceMs = 30_000;

/**
 * Resolves when nobody of a process group runs any more. A program's own process is gone before its helpers
 * are, and those still write into the profile: whoever clears it away waits for them.
 */
export async function untilGroupGone(group) {
  for (let waited = 0; runningIn(group); waited += 10) {
    if (waited > patienceMs) {
      process.kill(-group, 'SIGKILL');
      throw new Error(`The program has ended and left processes running (group ${group}).`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function runningIn(group) {
  if (process.platform === 'win32') return false;
  try {
    process.kill(-group, 0);
  } catch (cause) {
    if (cause.code === 'ESRCH') return false;
    throw cause;
  }
  // One that has ended and that nobody has asked about is still a member of its group.
  return process.platform !== 'linux' || pids().some((pid) => runsIn(pid, group));
}

const pids = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

function runsIn(pid, group) {
  try {
    // The name in parentheses may hold anything; state, parent and group stand behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(itsGroup) === group && !['Z', 'X'].includes(state);
  } catch (cause) {
    // It has ended while the list was read.
    if (['ENOENT', 'ESRCH'].includes(cause.code)) return false;
    throw cause;
  }
}
