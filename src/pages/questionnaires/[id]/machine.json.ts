import type { APIRoute } from 'astro';
import { questionnairePages, type Published } from '../../../components/questionnaire/published.ts';
import { literalConfig } from '../../../engine/diagram.ts';

export const getStaticPaths = questionnairePages;

/** The configuration of a questionnaire's machine for Stately's tools: see `literalConfig`. */
export const GET: APIRoute<{ published: Published }> = ({ props: { published } }) => {
  const { questionnaire, words } = published;
  const descriptions = {
    ...Object.fromEntries(Object.entries(words.questions).map(([id, { text }]) => [id, text])),
    ...Object.fromEntries(Object.entries(words.outcomes).map(([id, { name }]) => [id, name])),
  };
  return new Response(JSON.stringify(literalConfig(questionnaire, descriptions), null, 2));
};
