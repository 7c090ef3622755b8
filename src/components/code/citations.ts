import type { Content } from '../../schemas/read-content.ts';

/** What one questionnaire rests on a clause: ids of its questions and outcomes. */
export interface QuestionnaireUse {
  id: string;
  name: string;
  published: boolean;
  questions: string[];
  outcomes: string[];
}

/** Everything that cites one clause. */
export interface ClauseUse {
  questionnaires: QuestionnaireUse[];
  /** Ids of to-dos. */
  todos: string[];
}

/** Clause id to what cites it; clauses that nothing cites are not in it. */
export function listCitations(content: Content): Map<string, ClauseUse> {
  const uses = new Map<string, ClauseUse>();
  const useOf = (clause: string): ClauseUse => {
    const known = uses.get(clause);
    if (known) return known;
    const fresh: ClauseUse = { questionnaires: [], todos: [] };
    uses.set(clause, fresh);
    return fresh;
  };
  for (const { id, name, draft, questions, outcomes } of content.questionnaires) {
    const useIn = (clause: string): QuestionnaireUse => {
      const use = useOf(clause);
      const known = use.questionnaires.find((one) => one.id === id);
      if (known) return known;
      const fresh: QuestionnaireUse = { id, name, published: !draft, questions: [], outcomes: [] };
      use.questionnaires.push(fresh);
      return fresh;
    };
    for (const question of questions)
      for (const clause of question.clauses) useIn(clause).questions.push(question.id);
    for (const outcome of outcomes)
      for (const clause of outcome.clauses) useIn(clause).outcomes.push(outcome.id);
  }
  for (const todo of content.todos) for (const clause of todo.clauses) useOf(clause).todos.push(todo.id);
  return uses;
}
