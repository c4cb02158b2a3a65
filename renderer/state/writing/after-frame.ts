/** Runs something once the frame that shows what has just been typed is over. */
export function afterFrame(run: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(run, 0);
  });
}
