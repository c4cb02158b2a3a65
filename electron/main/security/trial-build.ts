/** Set when the program is built: true for trials that drive a packed app, also as root; never in what is shipped. */
declare const GONGXUE_TRIAL: boolean | undefined;

export const isTrialBuild: boolean = typeof GONGXUE_TRIAL === 'boolean' && GONGXUE_TRIAL;

/** Said at each start of a trial build; no byte of it is in a shipped one, as the builder leaves it out. */
export const trialWords: string =
  typeof GONGXUE_TRIAL === 'boolean' && GONGXUE_TRIAL
    ? 'trial build: accepts every switch, not for distribution'
    : '';
