import * as z from 'zod';

/** Pages to print. Its style sheet says how large each is: `@page` rules with names, where they differ. */
export const sheetSchema = z.object({
  title: z.string().max(500),
  /** The content of the body; margins of the page are part of it. Scripts in it never run. */
  html: z.string().max(60_000_000),
  /** Its one style sheet; with `@page` rules without margin and a page break where a page ends. */
  css: z.string().max(2_000_000),
  /** Paper with room for the largest page, as it lies: 297 × 297 where A4 stands upright and across. */
  widthMm: z.number().min(50).max(1_200),
  heightMm: z.number().min(50).max(1_200),
});
export type Sheet = z.output<typeof sheetSchema>;
