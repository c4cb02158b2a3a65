import * as z from 'zod';

/** How large the window is drawn, in percent. */
export const leastScale = 80;
export const mostScale = 200;

/** The name of a font; it ends up in style sheets, so nothing that could end a value is in it. */
const fontName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^"'\\;:{}()<>\u0000-\u001f]+$/);

const choices = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Display name of the writer, '' until given. */
  author: z.string().max(100),
  /** Name of the school, '' until given. */
  school: z.string().max(200),
  scale: z.number().int().min(leastScale).max(mostScale),
  /** A font that papers name → the font of this machine that stands in for it on screen. */
  fonts: z.record(fontName, fontName).refine((fonts) => Object.keys(fonts).length <= 50),
};

/** What the machine remembers for its user. */
export const settingsSchema = z.object({
  ...choices,
  /** For showing; chosen by settings:pickFolder. */
  projectsFolder: z.string(),
  backupsFolder: z.string(),
});

/** Some of the settings; those not given stay as they are. */
export const settingsPartSchema = z.object(choices).partial();

/** A machine on which nothing has been chosen yet. */
export const firstChoices: Omit<
  z.output<typeof settingsSchema>,
  'projectsFolder' | 'backupsFolder'
> = {
  theme: 'system',
  author: '',
  school: '',
  scale: 100,
  fonts: {},
};

/** The choices as they lie on the disk: one that cannot be read is as if it had not been made. */
export const storedChoices = {
  theme: choices.theme.catch(firstChoices.theme),
  author: choices.author.catch(firstChoices.author),
  school: choices.school.catch(firstChoices.school),
  scale: choices.scale.catch(firstChoices.scale),
  fonts: choices.fonts.catch({}),
};
