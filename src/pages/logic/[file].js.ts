import type { APIRoute } from 'astro';
import { all, one } from 'virtual:questionnaire-logic';

export const getStaticPaths = () =>
  [...Object.values(one), all].map(({ file, code }) => ({ params: { file }, props: { code } }));

/** What a questionnaire decides, as a module of its own; `all` holds every questionnaire. */
export const GET: APIRoute<{ code: string }> = ({ props }) =>
  new Response(props.code, { headers: { 'Content-Type': 'text/javascript' } });
