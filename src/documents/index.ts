/** The rules of every text, by its id. The page of texts alone loads them, all of them, whichever is opened. */
import { rules as accessAnswer } from './access-answer.ts';
import { rules as advertNote } from './advert-note.ts';
import { rules as breachLog } from './breach-log.ts';
import { rules as complaintsProcedure } from './complaints-procedure.ts';
import { rules as consentWords } from './consent-words.ts';
import { rules as deletionLog } from './deletion-log.ts';
import { rules as designNote } from './design-note.ts';
import { rules as doorstepCard } from './doorstep-card.ts';
import { rules as doorstepScript } from './doorstep-script.ts';
import { rules as dpia } from './dpia.ts';
import { rules as dutiesNote } from './duties-note.ts';
import { rules as effortNote } from './effort-note.ts';
import { rules as fairnessNote } from './fairness-note.ts';
import { rules as feeNote } from './fee-note.ts';
import { rules as interestsAssessment } from './interests-assessment.ts';
import { rules as jointControllerNote } from './joint-controller-note.ts';
import { rules as keptListNote } from './kept-list-note.ts';
import { rules as lawQuestion } from './law-question.ts';
import { rules as messageToTeam } from './message-to-team.ts';
import { rules as objectionProcedure } from './objection-procedure.ts';
import { rules as petitionWords } from './petition-words.ts';
import { rules as policyDocument } from './policy-document.ts';
import { rules as privacyNotice } from './privacy-notice.ts';
import { rules as processingRecord } from './processing-record.ts';
import { rules as processorTerms } from './processor-terms.ts';
import { rules as registerRules } from './register-rules.ts';
import { rules as retentionSchedule } from './retention-schedule.ts';
import { rules as reviewNote } from './review-note.ts';
import { rules as rightsRoute } from './rights-route.ts';
import { rules as sellerQuestions } from './seller-questions.ts';
import { rules as shortNotice } from './short-notice.ts';
import { rules as softOptInWords } from './soft-opt-in-words.ts';
import { rules as supplierLetter } from './supplier-letter.ts';
import { rules as telephoneScript } from './telephone-script.ts';
import { rules as trainingNote } from './training-note.ts';
import { rules as volunteerRules } from './volunteer-rules.ts';
import { rules as youngNotice } from './young-notice.ts';
import type { DocumentRules } from './rules.ts';

export const RULES: Readonly<Record<string, DocumentRules>> = {
  'access-answer': accessAnswer,
  'advert-note': advertNote,
  'breach-log': breachLog,
  'complaints-procedure': complaintsProcedure,
  'consent-words': consentWords,
  'deletion-log': deletionLog,
  'design-note': designNote,
  'doorstep-card': doorstepCard,
  'doorstep-script': doorstepScript,
  dpia,
  'duties-note': dutiesNote,
  'effort-note': effortNote,
  'fairness-note': fairnessNote,
  'fee-note': feeNote,
  'interests-assessment': interestsAssessment,
  'joint-controller-note': jointControllerNote,
  'kept-list-note': keptListNote,
  'law-question': lawQuestion,
  'message-to-team': messageToTeam,
  'objection-procedure': objectionProcedure,
  'petition-words': petitionWords,
  'policy-document': policyDocument,
  'privacy-notice': privacyNotice,
  'processing-record': processingRecord,
  'processor-terms': processorTerms,
  'register-rules': registerRules,
  'retention-schedule': retentionSchedule,
  'review-note': reviewNote,
  'rights-route': rightsRoute,
  'seller-questions': sellerQuestions,
  'short-notice': shortNotice,
  'soft-opt-in-words': softOptInWords,
  'supplier-letter': supplierLetter,
  'telephone-script': telephoneScript,
  'training-note': trainingNote,
  'volunteer-rules': volunteerRules,
  'young-notice': youngNotice,
};
