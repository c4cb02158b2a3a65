import { dirname } from 'node:path';
import type * as z from 'zod';
import { jsonExcess, outsideJson } from '@shared/core/kernel/json-scan';
import { replaceFile, type Replacing } from './replace-file';

/** A small JSON file of the shell's own (settings, lists). What cannot be read counts as not there. */
export interface JsonFile<Value> {
  readonly read: () => Promise<Value>;
  readonly write: (value: Value) => Promise<void>;
}

export function jsonFile<Schema extends z.ZodType>(
  tools: Replacing,
  path: string,
  { schema, empty }: { readonly schema: Schema; readonly empty: z.output<Schema> },
): JsonFile<z.output<Schema>> {
  return {
    read: async () => {
      try {
        const text = new TextDecoder().decode(await tools.disk.readFile(path));
        if (jsonExcess(text, outsideJson) !== null) return empty;
        const parsed = schema.safeParse(JSON.parse(text));
        return parsed.success ? parsed.data : empty;
      } catch {
        // Missing or damaged: these lists only make things easier, they hold no work.
        return empty;
      }
    },
    write: async (value) => {
      await tools.disk.makeFolder(dirname(path));
      const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
      await replaceFile(tools, { path, bytes });
    },
  };
}
