import type { APIRoute } from 'astro';
import { textsFile } from '../../components/documents/texts-file.ts';

/** The words of all texts to use: see `TextsFile`. */
export const GET: APIRoute = () => new Response(JSON.stringify(textsFile()));
