/** What every record says about itself. */

export const NOTICE =
  'This record is not legal advice, and it does not come from the regulator. It sets down what the answers in it point to, under the edition of the rules that it names. The campaign that made it decides, and answers for what it does.';

/** The regulator’s name as the law list has it, and how sure the list is of it (REG-5). */
export const REGULATOR =
  'Information Commission, known as the ICO (since 30 September 2026, from secondary sources: REG-5)';
