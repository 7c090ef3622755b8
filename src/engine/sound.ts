/**
 * What types cannot see of a questionnaire. It is looked at wherever one is defined, in tests and in the build; the
 * scripts that browsers get hold definitions that have passed, and leave it out (`questionnaire-logic.ts`).
 */
import { targetsOf, type Questionnaire, type QuestionRoute } from './define.ts';

/** @throws Error naming the questionnaire, the place and the remedy. */
export function refuseUnsound(questionnaire: Questionnaire): void {
  const order = Object.keys(questionnaire.questions);
  const refuse = (place: string, found: string, remedy: string): never => {
    throw new Error(`Questionnaire ${questionnaire.id}, ${place}: ${found}. ${remedy}`);
  };
  for (const id of [...order, ...Object.keys(questionnaire.outcomes)]) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      refuse(id, 'the id is not kebab-case', 'XState reads dots as paths: use a-z, 0-9 and hyphens.');
  }
  for (const id of order) {
    if (id in questionnaire.outcomes)
      refuse(id, 'a question and an outcome share this id', 'Rename one of them.');
    const route = questionnaire.routes[id];
    if (route === undefined) refuse(id, 'it has no route', 'Write in `routes` where its answers lead.');
    if (
      typeof route === 'object' &&
      'byOption' in route &&
      !['choice', 'rating'].includes(questionnaire.questions[id]?.kind ?? '')
    ) {
      refuse(
        id,
        'its route is by option',
        'Only a choice or a rating can route by option: use rules over facts.',
      );
    }
    for (const target of targetsOf(route as QuestionRoute<string, string, string>)) {
      if (target in questionnaire.questions && order.indexOf(target) <= order.indexOf(id)) {
        refuse(
          id,
          `it leads back to ${target}`,
          'Routes lead forward only: put the questions in asking order.',
        );
      }
    }
  }
  for (const [outcome, { deadlines = {} }] of Object.entries(questionnaire.outcomes)) {
    for (const [id, deadline] of Object.entries(deadlines)) {
      const refuseDeadline = (found: string, remedy: string) =>
        refuse(outcome, `its deadline ${id} ${found}`, remedy);
      const question = questionnaire.questions[deadline.question];
      const spans = (['months', 'days', 'hours'] as const).filter((span) => span in deadline);
      const [length] = Object.entries(deadline).flatMap(([name, value]) =>
        spans.some((span) => span === name) ? [value] : [],
      );
      if (spans.length !== 1 || !Number.isInteger(length) || Number(length) < 1)
        refuseDeadline('has no length, or several', 'Give it months, days or hours, as a whole number.');
      if (question?.kind !== 'date')
        refuseDeadline(`counts from ${deadline.question}, which asks for no date`, 'Name a date question.');
      else if ('hours' in deadline && question.clock === undefined)
        refuseDeadline(
          `counts hours from ${deadline.question}, which takes no time of day`,
          'Give that question a clock.',
        );
      else if (deadline.notBegun !== undefined && !question.options.includes(deadline.notBegun))
        refuseDeadline(
          `does not run after ${deadline.notBegun}, which ${deadline.question} does not offer`,
          'Name one of its options.',
        );
    }
  }
  for (const [id, fact] of Object.entries(questionnaire.facts)) {
    const kind = fact.from === 'answer' ? questionnaire.questions[fact.question]?.kind : undefined;
    if (kind === 'choices' || kind === 'points')
      refuse(
        `fact ${id}`,
        `it reads an answer of several options without saying which it looks at`,
        'Use `ticked`, `tickedBut`, `tickedWithout`, `met` or `missing`.',
      );
  }
  for (const { question, answer } of questionnaire.stated) {
    if (!(questionnaire.questions[question]?.options as readonly string[] | undefined)?.includes(answer)) {
      refuse(question, `the answer ${answer} is stated, and nobody can give it`, 'State one of its options.');
    }
  }
  refuseClashes(questionnaire, refuse);
  for (const [id, rule] of Object.entries(questionnaire.rules)) {
    for (const fact of rule.reads) {
      if (!(fact in questionnaire.facts))
        refuse(`rule ${id}`, `it reads ${fact}, which is no fact here`, 'Define the fact or mend the name.');
    }
  }
}

function refuseClashes(
  { questions, facts, rules, marks, clashes }: Questionnaire,
  refuse: (place: string, found: string, remedy: string) => never,
): void {
  const order = Object.keys(questions);
  const questionsBehind = (name: string): readonly string[] => {
    const fact = facts[name];
    if (fact === undefined) return [];
    if (fact.from === 'marks') return Object.keys(marks[name] ?? {});
    return fact.from === 'ratings' ? fact.questions : [fact.question];
  };
  for (const [id, { when, between }] of Object.entries(clashes)) {
    const [first, second] = between;
    if (order.indexOf(first) >= order.indexOf(second)) {
      refuse(
        `clash ${id}`,
        `${first} does not come before ${second}`,
        'Name two questions, in asking order.',
      );
    }
    const read = (rules[when]?.reads ?? []).flatMap(questionsBehind);
    const unread = between.find((question) => !read.includes(question));
    if (unread !== undefined) {
      refuse(
        `clash ${id}`,
        `its rule ${when} reads nothing that ${unread} says`,
        'A clash is between two answers: let its rule read a fact of each.',
      );
    }
  }
}
