/** How long typing goes on, in milliseconds, before something follows from it. */
export const typingTimes = {
  /** How long typing must rest before it is committed. */
  rest: 300,
  /** A number is looked for on the keyboard: half of it is another number, and not to be judged yet. */
  restOfValue: 1_000,
  /**
   * How long a typed character may wait for its commit while typing goes on. It has to be in the journal
   * within a second; the rest of that second is for the disk.
   */
  longest: 700,
  /**
   * From here on it is committed right behind a key: the frame that shows the key is over then, and the next
   * key has not come yet. Otherwise the commit would be due at any moment, often in the frame of a key.
   */
  due: 400,
  /** A rest this long ends what one undo takes back. */
  step: 2_000,
} as const;
