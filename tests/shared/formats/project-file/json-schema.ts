import * as z from 'zod';
import { versionText } from '@shared/core/migrations/ladder';
import {
  type Kind,
  kindNames,
  kindSpec,
  recordSchema,
  schemaVersion,
} from '@shared/core/model/record';
import { baselineSchema } from '@shared/formats/project-file/baseline';
import { manifestSchema } from '@shared/formats/project-file/manifest';
import { summarySchema } from '@shared/formats/project-file/summary';

type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * JSON Schemas of the JSON parts of a project file, for other programs. They are derived from
 * the shapes the reader uses and lie in `docs/formats/`, kept current by a test.
 */
export function projectFileSchemas(): ReadonlyMap<string, JsonSchema> {
  const title = `gxk ${versionText(schemaVersion)}`;
  return new Map([
    ['manifest', { ...schemaOf(manifestSchema), title: `${title} · manifest.json` }],
    ['project', { ...projectSchema(), title: `${title} · project.json` }],
    ['baseline', { ...schemaOf(baselineSchema), title: `${title} · exports/<id>/baseline.json` }],
    ['summary', { ...schemaOf(summarySchema), title: `${title} · summary.json` }],
  ]);
}

function projectSchema(): JsonSchema {
  const kinds = kindNames.map((kind) => [kind, kindSchema(kind)] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['records'],
    properties: {
      records: {
        type: 'array',
        description: 'Sorted by id; no id twice.',
        items: {
          anyOf: [
            ...kindNames.map((kind) => ({ $ref: `#/$defs/${kind}` })),
            { $ref: '#/$defs/kindOfLater' },
          ],
        },
      },
    },
    $defs: { ...Object.fromEntries(kinds), kindOfLater: kindOfLater() },
  };
}

/** A record of a kind that a newer minor version has brought in. */
function kindOfLater(): JsonSchema {
  const { properties } = schemaOf(recordSchema('major')) as { properties: JsonSchema };
  const { id, parentId, order } = properties;
  return {
    description: 'A kind of a newer minor version; kept as it is.',
    type: 'object',
    required: ['id', 'kind', 'order', 'parentId'],
    properties: {
      id,
      kind: { type: 'string', pattern: `^(?!(?:${kindNames.join('|')})$)` },
      order,
      parentId,
    },
  };
}

function kindSchema(kind: Kind): JsonSchema {
  const { label, code, fields } = kindSpec(kind);
  const { properties, type } = schemaOf(recordSchema(kind)) as {
    properties: JsonSchema;
    type: string;
  };
  const described = Object.entries(properties).map(([name, shape]) => {
    const spec = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [
      name,
      spec === undefined ? shape : { description: spec.label, ...(shape as JsonSchema) },
    ];
  });
  return {
    title: label,
    description: `Ids begin with ${code}. A missing field is empty.`,
    type,
    required: ['id', 'kind', 'order', 'parentId'],
    properties: Object.fromEntries(described) as JsonSchema,
  };
}

function schemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema);
}
