import type { APIRoute } from 'astro';
import { publishedQuestionnaires } from '../../../components/questionnaire/published.ts';

/** The codes of all worksheets: fetched alike whatever is typed, so that no request tells which box was ticked. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify(
      Object.fromEntries(
        publishedQuestionnaires().map(({ questionnaire, codes: { sheet, codes } }) => [
          questionnaire.id,
          { sheet, codes },
        ]),
      ),
    ),
  );
