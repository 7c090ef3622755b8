import type { APIRoute } from 'astro';
import { questionnairePages, type Published } from '../../../components/questionnaire/published.ts';

export const getStaticPaths = questionnairePages;

/** The words of a questionnaire for its page and for opening records: see `Words`. */
export const GET: APIRoute<{ published: Published }> = ({ props }) =>
  new Response(JSON.stringify(props.published.words));
