import type { APIRoute } from 'astro';
import { learningFile } from '../../components/training/learning-file.ts';

/** All scenarios, for whoever learns alone: see `LearningFile`. */
export const GET: APIRoute = () => new Response(JSON.stringify(learningFile()));
