import * as z from 'zod';

/** Most letters of each form that cross the bridge: a thick Word document, a whole major. */
export const mostClipboardText = 5_000_000;
export const mostClipboardHtml = 20_000_000;
export const mostClipboardFragment = 40_000_000;

const forms = {
  /** text/plain */
  text: z.string().max(mostClipboardText),
  /** text/html; as another program wrote it when read: hostile until it has been through a pure parser. */
  html: z.string().max(mostClipboardHtml),
  /** application/x-gongxue-fragment+json: things copied in this app, whole in themselves; null when it is something else. */
  fragment: z.string().max(mostClipboardFragment).nullable(),
};
/** What is on the clipboard; '' for a form that is not. */
export const clipboardSchema = z.object(forms);
export type ClipboardForms = z.output<typeof clipboardSchema>;
