/** `/schema/decision-record/2.json`: the shape of a record, for people who build other tools on it; older ones beside it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { PUBLISHED_VERSIONS, recordJsonSchema } from '../../../records/json-schema.ts';

export const getStaticPaths = (() =>
  PUBLISHED_VERSIONS.map((version) => ({
    params: { version: String(version) },
    props: { version },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ version: (typeof PUBLISHED_VERSIONS)[number] }> = ({ props }) =>
  new Response(`${JSON.stringify(recordJsonSchema(props.version), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
