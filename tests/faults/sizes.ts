/** How many trials: the short form unless `npm run faults -- --size N` says otherwise. */
export function trialSize(name: string, short: number): number {
  const wanted = Number(process.env[name] ?? '');
  return Number.isInteger(wanted) && wanted > 0 ? wanted : short;
}

/** The seed of this run; printed with every result, given again by GONGXUE_SEED. */
export function trialSeed(): number {
  const given = Number(process.env.GONGXUE_SEED ?? '');
  return Number.isInteger(given) && given > 0 ? given : 20_261_121;
}
