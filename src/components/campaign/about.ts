/** What the campaign’s page is told of the site’s content: names and addresses, and no more. */
import type { TodoReaches } from '../../campaign/decision.ts';

/** Something that a campaign may plan: see `content/plans.yaml`. */
export interface PlanOffered {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  /** Ids of the questionnaires that decide it, the first of them first. */
  readonly questionnaires: readonly string[];
}

/** What helps with a to-do. */
export interface HelpWithTodo {
  readonly label: string;
  /** Relative to the front page. */
  readonly href: string;
}

export interface About {
  readonly plans: readonly PlanOffered[];
  /** Id → title, of the questionnaires that can be answered. */
  readonly questionnaires: Readonly<Record<string, string>>;
  /** Id → name. */
  readonly campaigners: Readonly<Record<string, string>>;
  /** Where a list can be from: an option of the question `sources` → its label. */
  readonly sources: Readonly<Record<string, string>>;
  /** To-do id → what helps with it. */
  readonly help: Readonly<Record<string, HelpWithTodo>>;
  /** To-do id → how far it reaches, of those that are done for more than one use. */
  readonly reaches: TodoReaches;
  /** The files that texts are filled from, from the page. */
  readonly texts: { readonly words: string; readonly logic: string };
  /** The way to the front page. */
  readonly root: string;
}
