/** Sets of to-dos that several answers, outcomes and questionnaires add. Their words are in `content/todos.yaml`. */

/** What holds for every activity that goes ahead. */
export const BASE_TODOS = [
  'basis-record',
  'fair-think',
  'design-in',
  'least-data',
  'keep-limit',
  'notice-13-14',
  'notice-plain',
  'notice-access',
  'rights-route',
  'other-duties',
  'fee',
  'records-30',
  'train',
  'tidy',
  'review-after',
  'complaints',
  'notice-complain',
] as const;

/** To settle as soon as anyone else handles the data. */
export const HELPER_TODOS = [
  'roles',
  'roles-written',
  'contract',
  'joint',
  'supplier-check',
  'tool-facts',
  'no-pool',
  'abroad',
] as const;

/** What the right to object asks: of whoever stops too, and of whoever goes on. */
export const OBJECTION_TODOS = {
  add: ['object-stop', 'suppress', 'object-answer'],
  ahead: ['object-system', 'object-tell'],
} as const;

/** What reusing data that was given for something else asks. */
export const REUSE_TODOS = ['reuse-notice', 'reuse-factors', 'reuse-tell'] as const;

/** What data that was bought, rented or shared asks: of whoever stops too, and of whoever goes on. */
export const SELLER_TODOS = {
  add: ['seller-check', 'seller-unsure', 'seller-tell', 'seller-complaints'],
  ahead: ['seller-drop-source'],
} as const;

/** What the electoral register asks: of whoever stops too, and of whoever goes on. */
export const REGISTER_TODOS = {
  add: ['reg-only-law', 'reg-no-share', 'suppress'],
  ahead: ['reg-fresh', 'reg-updates', 'reg-tell', 'reg-joint-drive'],
} as const;

/** What an audience made from a list asks. */
export const AUDIENCE_TODOS = [
  'aud-infer',
  'aud-tell',
  'aud-objectors',
  'aud-platform',
  'platform-joint',
  'joint',
  'dpia-online',
  'imprint',
] as const;

/** What relying on consent asks. */
export const CONSENT_TODOS = ['c-records', 'c-withdraw', 'c-refresh', 'c-move'] as const;
