import * as z from 'zod';
import { builtKinds } from '../model/kinds';
import {
  courseSource,
  paragraphs,
  sampleHours,
  sentence,
  typicalWorkTaskSource,
} from './sample-source';

/**
 * A sample of a whole major is written in parts, one folder of `templates/samples/`: `sample.json` (the
 * major), `<nn>-<name>.json` (one 典型工作任务 with its course each, in the order of the paper) and
 * `general-courses.json` (courses of the other three kinds, by name and hours).
 */

const { fields: levelFields } = builtKinds.majorLevel;
const { fields: personFields } = builtKinds.person;
const level = z.enum(levelFields.level.options);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const startPointSource = z
  .strictObject({
    entry: z.enum(builtKinds.startPoint.fields.entry.options),
    years: z.number().int().positive(),
    weeksPerSemester: z.number().int().positive().default(20),
    hoursPerWeek: z.number().int().positive().default(30),
    /** Course name → hours in the 1st, 2nd … term; 0 = none. A course of any level the table holds. */
    courseTable: z.record(sentence, z.array(sampleHours.or(z.literal(0))).readonly()).readonly(),
  })
  .readonly();

const levelSource = z
  .strictObject({
    level,
    majorCode: z.string().regex(/^\d{4}-[234]$/),
    employmentDirection: paragraphs,
    goal: paragraphs,
    operationMode: paragraphs,
    qualifications: z
      .array(
        z
          .strictObject({
            name: sentence,
            skillLevel: z.enum(builtKinds.qualification.fields.skillLevel.options),
          })
          .readonly(),
      )
      .readonly(),
    startPoints: z.array(startPointSource).readonly(),
  })
  .readonly();

const majorSource = z
  .strictObject({
    name: sentence,
    baseCode: z.string().regex(/^\d{4}$/),
    category: sentence,
    school: sentence,
    issuer: sentence,
    issueDate: sentence,
    foreword: paragraphs,
    overallGoal: paragraphs,
    trainingSystem: paragraphs,
    /** 课程设置方案: 适用范围, 课程类别, 学时要求. */
    offering: z
      .strictObject({ scope: paragraphs, categories: paragraphs, hours: paragraphs })
      .readonly(),
  })
  .readonly();

/** `sample.json` */
export const sampleOutlineSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: sentence,
    description: sentence,
    major: majorSource,
    occupations: z
      .array(
        z
          .strictObject({
            edition: z.enum(builtKinds.occupationLink.fields.edition.options),
            code: sentence,
            name: sentence,
            relation: z.enum(builtKinds.occupationLink.fields.relation.options),
            note: z.string().default(''),
          })
          .readonly(),
      )
      .readonly(),
    persons: z
      .array(
        z
          .strictObject({
            name: sentence,
            role: z.enum(personFields.role.options),
            unit: z.string().default(''),
            post: z.string().default(''),
            /** Names of the courses this person teaches. */
            teaches: z.array(sentence).default([]),
          })
          .readonly(),
      )
      .readonly(),
    approvals: z
      .array(
        z
          .strictObject({
            step: z.enum(builtKinds.approvalLine.fields.step.options),
            name: z.string().default(''),
            date: date.or(z.literal('')).default(''),
          })
          .readonly(),
      )
      .default([]),
    revisions: z
      .array(z.strictObject({ version: sentence, date, change: sentence, by: sentence }).readonly())
      .default([]),
    /** 实施建议 */
    advice: z
      .strictObject({
        staff: paragraphs,
        venue: paragraphs,
        resources: paragraphs,
        management: paragraphs,
      })
      .readonly(),
    /** 考核与评价 */
    evaluation: z
      .strictObject({ comprehensive: paragraphs, skillLevel: paragraphs, graduates: paragraphs })
      .readonly(),
    levels: z.array(levelSource).readonly(),
  })
  .readonly();

/** `<nn>-<name>.json` */
export const samplePartSchema = z
  .strictObject({ level, typicalWorkTask: typicalWorkTaskSource, course: courseSource })
  .readonly();

/** `general-courses.json` */
export const generalCoursesSchema = z
  .array(
    z
      .strictObject({
        level,
        name: sentence,
        courseKind: z.enum(['public', 'foundation', 'elective']),
        standardHours: sampleHours,
      })
      .readonly(),
  )
  .readonly();

export type SampleOutline = z.output<typeof sampleOutlineSchema>;
export type SamplePart = z.output<typeof samplePartSchema>;
export type GeneralCourse = z.output<typeof generalCoursesSchema>[number];
export type OutlineLevel = SampleOutline['levels'][number];

/** The files of one folder as they were read, the parts in the order of their names. */
export interface SampleFiles {
  readonly outline: unknown;
  readonly parts: readonly unknown[];
  readonly generalCourses: unknown;
}
