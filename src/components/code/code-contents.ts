/** One heading of the contents of the 2019 draft. */
export interface CodeHeading {
  /** Its place; none for what has no number in our files. */
  readonly number: number;
  readonly slug: string;
  readonly title: string;
}

/** The sections of the code in its own order, whether or not they are written here yet. */
export const codeContents: readonly CodeHeading[] = [
  { number: 1, slug: 'about', title: 'About this framework code' },
  { number: 2, slug: 'obligations', title: 'What your obligations are' },
  { number: 3, slug: 'controller', title: 'Who is the controller?' },
  { number: 4, slug: 'personal-data', title: 'Personal data' },
  { number: 5, slug: 'accountability', title: 'Accountability' },
  { number: 6, slug: 'purpose-and-retention', title: 'Purpose, less data, and how long to keep it' },
  { number: 7, slug: 'fair-and-transparent', title: 'Lawful, fair and transparent' },
  { number: 8, slug: 'lawful-bases', title: 'Lawful bases' },
  { number: 9, slug: 'special-category', title: 'Special category data' },
  { number: 10, slug: 'electoral-register', title: 'Use of the electoral register' },
  { number: 11, slug: 'collecting', title: 'Collecting personal data' },
  { number: 12, slug: 'profiling', title: 'Profiling' },
  { number: 13, slug: 'direct-marketing', title: 'Direct marketing' },
  { number: 14, slug: 'face-to-face', title: 'Face to face' },
  { number: 15, slug: 'online', title: 'The online world' },
  { number: 16, slug: 'after-a-campaign', title: 'After a campaign' },
];
