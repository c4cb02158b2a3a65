import * as z from 'zod';

/** Page and paragraph styles of a layout: what a style set may give. */

const points = z.number().positive().max(72);
export const paragraphStyleSchema = z
  .strictObject({
    eastAsia: z.string().min(1),
    latin: z.string().min(1),
    size: points,
    bold: z.boolean(),
    align: z.enum(['left', 'center', 'both']),
    firstLineChars: z.number().min(0).max(10),
    line: z.union([z.strictObject({ multiple: points }), z.strictObject({ points })]),
    spaceBefore: z.number().min(0).max(240),
    spaceAfter: z.number().min(0).max(240),
  })
  .refine(({ line, size }) => !('points' in line) || line.points >= size, {
    message: '固定行距小于字号，字会被切掉。',
  });

export const pageSchema = z.strictObject({
  orientation: z.enum(['portrait', 'landscape']),
  width: z.number().positive(),
  height: z.number().positive(),
  margin: z.strictObject({
    top: z.number().min(0),
    bottom: z.number().min(0),
    left: z.number().min(0),
    right: z.number().min(0),
  }),
  header: z.string(),
  footer: z.string(),
  /** `outside`: odd pages at the right, even at the left, a character in from the edge of the text. */
  footerAt: z.enum(['middle', 'outside']).default('middle'),
  numbers: z
    .strictObject({
      start: z.number().int().min(0).nullable(),
      format: z.enum(['decimal', 'upperRoman']),
    })
    .optional(),
});
export type PageLayout = z.output<typeof pageSchema>;
