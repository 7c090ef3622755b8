import { describe, expect, test } from 'vitest';
import { FIELD_NOTES, recordJsonSchema } from '../../../src/records/json-schema.ts';
import { toJson } from '../../../src/records/exporters/json.ts';
import { draftWith, recordFrom } from './example-records.ts';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** A small reader of the keywords that the published schema uses; returns the paths that do not fit. */
function misfits(schema: Schema, value: unknown, path = ''): string[] {
  const wrong = [path];
  if (schema.anyOf !== undefined)
    return schema.anyOf.some((one) => misfits(one, value, path).length === 0) ? [] : wrong;
  if (schema.const !== undefined) return value === schema.const ? [] : wrong;
  if (schema.enum !== undefined) return schema.enum.includes(value) ? [] : wrong;
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string' || value.length > (schema.maxLength ?? Infinity)) return wrong;
      return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value) ? [] : wrong;
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, place) => misfits(schema.items ?? {}, item, `${path}[${place}]`))
        : wrong;
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong;
      const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
      const inner = Object.entries(value).flatMap(([name, part]) => {
        const known = schema.properties?.[name];
        if (known !== undefined) return misfits(known, part, `${path}.${name}`);
        return typeof schema.additionalProperties === 'object'
          ? misfits(schema.additionalProperties, part, path)
          : [`${path}.${name}`];
      });
      return [...missing.map((name) => `${path}.${name}`), ...inner];
    }
    case undefined:
      return [];
    default:
      return typeof value === schema.type ? [] : wrong;
  }
}

function fieldsOf(schema: Schema, path = ''): string[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [at, ...fieldsOf(part, at)];
  });
  return [...inner, ...(schema.items === undefined ? [] : fieldsOf(schema.items, `${path}[]`))];
}

describe('someone builds another tool on records', () => {
  const schema = recordJsonSchema(2) as Schema;

  test('the published schema takes every record that we write', async () => {
    for (const which of ['registerLetters', 'leaflets', 'unknownSource'] as const) {
      expect(misfits(schema, JSON.parse(toJson(await recordFrom(draftWith(which)))))).toEqual([]);
    }
  });

  test('and refuses what is no record', async () => {
    const record = await recordFrom(draftWith('leaflets'));
    expect(misfits(schema, { ...record, seal: true })).toEqual(['.seal']);
    expect(misfits(schema, { ...record, fingerprint: 'x' })).toEqual(['.fingerprint']);
    expect(misfits(schema, { ...record, outcome: { ...record.outcome, verdict: 'fine' } })).toEqual([
      '.outcome.verdict',
    ]);
  });

  test('every field is explained, and nothing else is', () => {
    expect(Object.keys(FIELD_NOTES).sort()).toEqual(fieldsOf(schema).sort());
  });
});
