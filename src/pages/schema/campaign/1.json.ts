/** `/schema/campaign/1.json`: the shape of a campaign, for people who build other tools on it. */
import type { APIRoute } from 'astro';
import { campaignJsonSchema } from '../../../campaign/json-schema.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(campaignJsonSchema(), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
