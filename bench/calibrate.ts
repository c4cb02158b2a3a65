/**
 * A fixed piece of JavaScript of the sort the app is made of (strings, maps, sorting, JSON), timed in
 * milliseconds, so that a budget in milliseconds can be scaled to the machine. It stands alone, for it
 * is run inside the window as well. Never change it: the constant in `judge.mjs` was taken with it.
 */
export function calibrate(): number {
  const started = performance.now();
  let state = 12_345;
  const words = new Map<string, number>();
  for (let index = 0; index < 60_000; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    const word = `学时${String(state % 9_973)}`;
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  const sorted = [...words].sort(([left], [right]) => (left < right ? -1 : 1));
  const copy = JSON.parse(JSON.stringify(sorted)) as [string, number][];
  if (copy.length !== words.size) throw new Error('The calibration loop lost words.');
  return performance.now() - started;
}
