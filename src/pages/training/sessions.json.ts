import type { APIRoute } from 'astro';
import { roomWordsFile } from '../../components/training/room-words-file.ts';
import { readContent } from '../../schemas/read-content.ts';

/** The words of all sessions to lead: see `RoomWords`. */
export const GET: APIRoute = () => new Response(JSON.stringify(roomWordsFile(readContent())));
