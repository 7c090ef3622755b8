import { describe, expect, test } from 'vitest';
import { CAMPAIGN_NOTES, campaignJsonSchema } from '../../../src/campaign/json-schema.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly description?: string;
  readonly additionalProperties?: unknown;
}

function fieldsOf(schema: Schema, path = ''): (readonly [string, Schema])[] {
  const inner = [schema, ...(schema.oneOf ?? [])].flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, part]) => {
      const at = path === '' ? name : `${path}.${name}`;
      return [[at, part] as const, ...fieldsOf(part, at)];
    }),
  );
  return [...inner, ...(schema.items === undefined ? [] : fieldsOf(schema.items, `${path}[]`))];
}

describe('someone builds another tool on campaigns', () => {
  const schema = campaignJsonSchema() as Schema;
  const fields = fieldsOf(schema);

  test('every field is explained, and nothing else is', () => {
    expect([...new Set(fields.map(([path]) => path))].sort()).toEqual(Object.keys(CAMPAIGN_NOTES).sort());
    expect(fields.filter(([, { description }]) => description === undefined)).toEqual([]);
  });

  test('what is not named is refused', () => {
    expect(schema.additionalProperties).toBe(false);
  });
});
