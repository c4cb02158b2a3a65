import * as z from 'zod';

/**
 * A sample as its author writes it: nested as teachers think, links by short names (`T1`, `R2`, `S3`)
 * that are unique within the sample's course or task, paragraphs as arrays. Ids, order keys, mappings
 * and stamps are made from it by `buildSample`.
 */

export const sentence = z.string().trim().min(1);
const sentences = z.array(sentence).readonly();
/** A long text: one string per paragraph. */
export const paragraphs = z.array(sentence).readonly();
const key = z.string().regex(/^[A-Z][0-9]{1,2}$/);
export const sampleHours = z.number().positive().multipleOf(0.5);
const percent = z.number().int().min(0).max(100);

export const typicalWorkTaskSource = z
  .strictObject({
    key,
    name: sentence,
    taskNature: z.enum(['procedural', 'process', 'design']),
    description: paragraphs,
    workObjects: sentences,
    tools: sentences,
    materials: sentences,
    equipment: sentences,
    documents: sentences,
    workMethods: sentences,
    workOrganization: paragraphs,
    /** One for each work object, in the same order. */
    workRequirements: sentences,
    competenceRequirements: z.array(z.strictObject({ key, text: sentence }).readonly()).readonly(),
  })
  .readonly();

const stageSource = z
  .strictObject({ key, name: sentence, practical: sentences, theoretical: sentences })
  .readonly();

const learningTaskSource = z
  .strictObject({
    key,
    name: sentence,
    description: paragraphs,
    standardHours: sampleHours,
    /** Share in the process assessment, in percent. */
    share: percent,
  })
  .readonly();

const objectiveSource = z
  .strictObject({
    text: sentence,
    isCore: z.boolean(),
    stage: key,
    /** The 职业能力要求 it serves, by name. */
    requirements: z.record(key, z.enum(['partial', 'full'])).readonly(),
    tasks: z
      .array(
        z
          .strictObject({
            task: key,
            strength: z.enum(['introduce', 'practise', 'achieve']),
            hours: sampleHours,
            /** 考核要点 of this objective in this task. */
            points: sentences,
          })
          .readonly(),
      )
      .readonly(),
    /** 考核要点 of this objective in the final assessment. */
    finalPoints: sentences,
  })
  .readonly();

export const courseSource = z
  .strictObject({
    name: sentence,
    courseKind: z.enum(['integrated', 'public', 'foundation', 'elective']),
    standardHours: sampleHours,
    typicalWorkTasks: z.array(key).readonly(),
    objectivesIntro: sentence,
    contentsIntro: sentence,
    stages: z.array(stageSource).readonly(),
    /** Contents that belong to no single stage. */
    contents: z
      .strictObject({ general: sentences, quality: sentences, ideological: sentences })
      .readonly(),
    learningTasks: z.array(learningTaskSource).readonly(),
    objectives: z.array(objectiveSource).readonly(),
    teachingAdvice: z
      .strictObject({
        staff: paragraphs,
        organisationMethods: paragraphs,
        venue: paragraphs,
        toolsPerGroup: paragraphs,
        documents: paragraphs,
        management: paragraphs,
      })
      .readonly(),
    assessment: z
      .strictObject({
        opening: paragraphs,
        processWeight: percent,
        finalWeight: percent,
        skillAssessment: paragraphs,
        outcomeAssessment: paragraphs,
        competenceObservation: paragraphs,
        final: z
          .strictObject({
            explanation: paragraphs,
            caseName: sentence,
            scenario: paragraphs,
            requirements: sentences,
            references: sentences,
            minutes: z.number().int().positive(),
          })
          .readonly(),
      })
      .readonly(),
  })
  .readonly();

const levelSource = z
  .strictObject({
    level: z.enum(['intermediate', 'advanced', 'preTechnician']),
    majorCode: z.string().regex(/^\d{4}-[234]$/),
    typicalWorkTasks: z.array(typicalWorkTaskSource).readonly(),
    courses: z.array(courseSource).readonly(),
  })
  .readonly();

export const sampleSourceSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: sentence,
    description: sentence,
    major: z
      .strictObject({ name: sentence, baseCode: sentence, category: sentence, school: sentence })
      .readonly(),
    levels: z.array(levelSource).readonly(),
  })
  .readonly();

export type SampleSource = z.output<typeof sampleSourceSchema>;
export type LevelSource = SampleSource['levels'][number];
export type TypicalWorkTaskSource = LevelSource['typicalWorkTasks'][number];
export type CourseSource = LevelSource['courses'][number];
export type ObjectiveSource = CourseSource['objectives'][number];
