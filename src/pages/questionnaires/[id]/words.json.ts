import type { APIRoute } from 'astro';
import { packWords } from '../../../records/pack-words.ts';
import { questionnairePages, type Published } from '../../../components/questionnaire/published.ts';

export const getStaticPaths = questionnairePages;

/** The words of a questionnaire for its page and for opening records: see `Words`, packed as it travels. */
export const GET: APIRoute<{ published: Published }> = ({ props }) =>
  new Response(JSON.stringify(packWords(props.published.words)));
