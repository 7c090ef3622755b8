/** What is typed about a decision as a whole, in the order of the page that makes its record. */
export const detailTexts = [
  {
    id: 'title',
    label: 'What is this decision called?',
    hint: 'It names the file, for example polling day letters',
    error: 'Enter what this decision is called',
  },
  { id: 'decidedBy', label: 'Your name', hint: 'Whoever takes the decision', error: 'Enter your name' },
  {
    id: 'role',
    label: 'Your role',
    hint: 'For example candidate, agent or treasurer',
    error: 'Enter your role',
  },
  { id: 'campaign', label: 'The campaign or organisation it is for' },
  {
    id: 'others',
    label: 'Who else decides about or handles the data',
    hint: 'For example a joint campaign, a printer, a platform',
  },
  { id: 'advice', label: 'Legal advice taken', hint: 'From whom, and when' },
  { id: 'keep', label: 'How long the data is to be kept' },
  {
    id: 'evidence',
    label: 'Where the evidence is kept',
    hint: 'For example a shared folder, a ring binder at the agent’s',
  },
] as const;

/** What the details that are not texts are called. */
export const detailLabels = {
  reviewOn: 'When will you look at this again?',
  nation: 'Where the people live',
  poll: 'Which kind of poll it is for',
} as const;
