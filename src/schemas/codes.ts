import { z } from 'astro/zod';
import { isCode } from '../records/paper/code.ts';

const code = z.string().refine(isCode, 'a code has three signs that go together');

/**
 * `content/questionnaires/<id>/codes.json`: the codes that stand beside the boxes of its worksheet
 * (`src/records/paper/codes.ts`). Written by `npm run journeys`, never by hand: paper that people have bears them.
 */
export const codes = z
  .strictObject({
    /** The code of the worksheet itself. */
    sheet: code,
    /** `question option`, or `question point yes`, to its code, in the order in which they were given. */
    codes: z.record(z.string(), code),
    /** Released version to how many of the codes it had, and their hash. */
    released: z.record(
      z.string().regex(/^\d+\.\d+\.\d+$/, 'a version looks like 1.0.0'),
      z.strictObject({ boxes: z.number().int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    ),
  })
  .refine(
    ({ sheet, codes: given }) =>
      new Set([sheet, ...Object.values(given)]).size === Object.keys(given).length + 1,
    'a code stands for two boxes',
  );
