import * as z from 'zod';

/** What all blocks of a layout are made of. */

export const idSchema = z.string().regex(/^[a-z][A-Za-z0-9.]*$/);
export const termSchema = z.string().regex(/^[a-z][A-Za-z0-9.]*$/);
export const bindSchema = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/);
export const styleSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

/** Printed only when a path leads to something; when what it leads to is one of these words. */
export const whenSchema = z
  .strictObject({
    nonEmpty: bindSchema.optional(),
    is: z.strictObject({ bind: bindSchema, oneOf: z.array(z.string()).min(1) }).optional(),
  })
  .readonly();

export const alignSchema = z.enum(['left', 'center']).default('left');
export const verticalSchema = z.enum(['top', 'center']).default('center');
export const columnBase = { id: idSchema, widthMm: z.number().positive() };
