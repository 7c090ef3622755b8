/** `/schema/decision-record/1.json`: the shape of a record, for people who build other tools on it. */
import type { APIRoute } from 'astro';
import { recordJsonSchema } from '../../../records/json-schema.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(recordJsonSchema(), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
