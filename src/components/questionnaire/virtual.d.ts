/** The scripts that hold what questionnaires decide, made by `src/integrations/questionnaire-logic.ts`. */
declare module 'virtual:questionnaire-logic' {
  interface LogicScript {
    /** Its name in the folder `logic/`, with a hash of its content and without `.js`. */
    readonly file: string;
    readonly code: string;
  }
  /** By the questionnaire's id. */
  export const one: Readonly<Record<string, LogicScript>>;
  export const all: LogicScript;
}
