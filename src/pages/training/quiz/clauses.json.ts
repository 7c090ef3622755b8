import type { APIRoute } from 'astro';
import { quizFile } from '../../../components/training/quiz-file.ts';

/** Statements whose strength can be guessed: see `QuizFile`. */
export const GET: APIRoute = () => new Response(JSON.stringify(quizFile()));
