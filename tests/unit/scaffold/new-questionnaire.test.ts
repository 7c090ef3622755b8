import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');

/** A copy of the project, so that nothing is written into it. */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-questionnaire-'));
  for (const part of [
    'src',
    'content',
    'tests',
    'package.json',
    'tsconfig.json',
    'astro.config.mjs',
    '.prettierrc.json',
    '.prettierignore',
  ]) {
    cpSync(join(project, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Runs a program of the project in the copy. */
function run(program: string, ...args: string[]): { code: number | null; said: string } {
  const bin = join(copy, 'node_modules', '.bin');
  // The copy’s own Vitest must not take itself for a part of this one, and what is said is read without colours.
  const kept = Object.entries(process.env).filter(([name]) => !/^(VITEST|FORCE_COLOR)/.test(name));
  const env = { ...Object.fromEntries(kept), NO_COLOR: '1', PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, env, encoding: 'utf8' });
  return { code: status, said: `${stdout}${stderr}` };
}
const create = (...args: string[]) => run(process.execPath, 'src/scaffold/new-questionnaire.ts', ...args);

describe('someone who starts a new questionnaire', () => {
  it('is told how, when they say too little', () => {
    expect(create()).toMatchObject({
      code: 2,
      said: expect.stringContaining('npm run new:questionnaire -- article-22') as unknown,
    });
    expect(create('gift-aid').code).toBe(2);
  });

  it.each(['Gift-Aid', 'gift aid', 'gift.aid', '-gift', 'gift--aid', '22-gift', '../gift', 'a'.repeat(41)])(
    'is told why “%s” cannot be its id',
    (id) => {
      const { code, said } = create(id, 'A title');
      expect(code).toBe(1);
      expect(said.trim()).toBe(
        `"${id}" cannot be an id: use up to 40 small letters and figures, with single hyphens between words and a letter first, such as article-22.`,
      );
    },
  );

  it.each(['lawful-basis', 'every-kind'])('is told that the id %s is taken', (id) => {
    const { code, said } = create(id, 'A title');
    expect(code).toBe(1);
    expect(said).toMatch(/^There is \S+ already: choose another id than/);
  });

  it('is told that a title is missing, and nothing is written', () => {
    expect(create('gift-aid', '  ')).toMatchObject({
      code: 1,
      said: expect.stringContaining('needs a title') as unknown,
    });
    expect(existsSync(join(copy, 'src/questionnaires/gift-aid'))).toBe(false);
  });

  it('gets one that type-checks and passes its tests at once, as a draft', { timeout: 120_000 }, () => {
    // A title with what YAML and Markdown read as marks, and an id that is a word of the language.
    const made = create('gift-aid', 'Can we: “ask” for "Gift Aid"?');
    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain('2. Write down in content/questionnaires/gift-aid/examples.yaml');
    expect(made.said).toContain('npm run journeys -- -t gift-aid');
    expect(made.said).toContain('content/plans.yaml');
    for (const part of ['questions', 'facts', 'rules', 'flow']) {
      expect(made.said).toContain(`src/questionnaires/gift-aid/${part}.ts`);
      expect(existsSync(join(copy, `src/questionnaires/gift-aid/${part}.ts`))).toBe(true);
    }
    expect(create('default', 'Is it the default?')).toMatchObject({ code: 0 });

    expect(readFileSync(join(copy, 'content/questionnaires/gift-aid/index.mdx'), 'utf8')).toContain(
      'draft: true',
    );
    const list = readFileSync(join(copy, 'src/questionnaires/index.ts'), 'utf8');
    expect(list).toMatch(/\[\s*lawfulBasis,[^\]]*giftAid,\s*defaultQuestionnaire,?\s*\]/);

    const written = ['src/questionnaires', 'tests/flows/gift-aid.test.ts', 'tests/flows/default.test.ts'];
    writeFileSync(
      join(copy, 'tsconfig.new.json'),
      JSON.stringify({ extends: './tsconfig.json', include: written }),
    );
    const types = run('node', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.new.json');
    expect(types.said).toBe('');
    const format = run('prettier', '--check', ...written);
    expect(format.said).toContain('All matched files use Prettier code style!');
    const tests = run(
      'vitest',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--typecheck.enabled=false',
      'tests/flows/gift-aid',
      'tests/flows/examples',
      'tests/content/words',
      'tests/unit/components/questionnaire/rule-uses',
      'tests/unit/components/map/lay-out-map',
      'tests/unit/engine/diagram',
      // Of what each of these holds of all questionnaires, what they hold of this one; and of the words, of all.
      '-t',
      'gift-aid|in every questionnaire, both ways',
    );
    expect(tests.said).toMatch(/Test Files +6 passed/);
    expect(tests.code).toBe(0);
  });
});
