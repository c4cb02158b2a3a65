import * as z from 'zod';
import storedPacks from '../../../templates/rules/packs.json';
import storedThresholds from '../../../templates/rules/thresholds.json';

/** A range that is usual; outside of it a rule speaks. */
const range = z
  .strictObject({ least: z.number().min(0), most: z.number().min(0) })
  .refine(({ least, most }) => least <= most, '下限不能大于上限');
/** A range that is usual, and a wider one beyond which it is more than a hint. */
const twoRanges = z
  .strictObject({ ...range.shape, fewest: z.number().min(0), longest: z.number().min(0) })
  .refine(
    ({ fewest, least, most, longest }) => fewest <= least && least <= most && most <= longest,
    '下限不能大于上限',
  );
const words = z.array(z.string().min(1)).min(1);

const thresholdsSchema = z.strictObject({
  taskDescriptionCharacters: twoRanges,
  workObjects: range,
  workRequirements: range,
  competenceRequirements: range,
  courseObjectives: range,
  learningTasks: range,
  learningTaskCharacters: range,
  startWords: words,
  deliveryWords: words,
  regulationWords: words,
  situationWords: words,
  demandWords: words,
  timeWords: words,
  placeholders: words,
  /** Least part of the objectives the final assessment covers, in percent. */
  finalCoveragePercent: z.number().min(0).max(100),
  taskHours: range,
  courseHours: range,
  taskHoursStep: z.number().positive(),
  nameCharacters: range,
  objectiveCharacters: range,
  /** Most actions one objective names in a row. */
  mostActions: z.number().int().positive(),
  /** From this likeness on (0–1) two objectives say the same. */
  sameObjective: z.number().min(0).max(1),
  workWords: words,
  subjectWords: words,
  schoolWords: words,
  pupilWords: words,
  conditionWords: words,
  unobservableWords: words,
  teacherWords: words,
});

/** The numbers and words that rules measure by; hours in 学时, lengths in characters without blanks. */
export type Thresholds = z.output<typeof thresholdsSchema>;

const packsSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    note: z.string().min(1),
    isOn: z.boolean(),
  }),
);

/** A set of rules that is switched on or off as one. */
export type Pack = z.output<typeof packsSchema>[number];

/** Which rules run and by what measures; data, never code. */
export interface RuleSettings {
  readonly thresholds: Thresholds;
  readonly packs: readonly Pack[];
}

/** The settings as shipped in templates/rules. */
export const shippedSettings: RuleSettings = {
  thresholds: thresholdsSchema.parse(storedThresholds),
  packs: packsSchema.parse(storedPacks),
};
