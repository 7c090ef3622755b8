/**
 * One person's way through one questionnaire. It holds the answers as state and derives everything else by
 * replay; the screens are thin. Every screen has an entry of its own in the browser's history, so its back
 * button works.
 */
import { clashesOn, type ClashFound } from '../../engine/clashes.ts';
import type { Answer, Question, Questionnaire } from '../../engine/define.ts';
import { setAsideBy } from '../../engine/reachable.ts';
import { under, type Reading } from '../../engine/reading.ts';
import type { Replay } from '../../engine/replay.ts';
import { DECIDING_EDITION } from '../../questionnaires/editions.ts';
import { decide, type Decision, type TodoState, type TodoStates } from '../../records/decide.ts';
import { newDraft, NO_VERSION, stillSetAside, type Draft } from '../../records/draft.ts';
import type { LeftOut } from '../../records/read-what-fits.ts';
import type { Carried } from '../../records/record.ts';
import type { QuestionWords, Words } from '../../records/words.ts';
import type { Asking, KeptAnswer } from './asking.ts';
import type * as Campaigns from './from-campaign.ts';
import { screenAt, screenBefore, type Place, type Screen } from './places.ts';
import { isStale, offeredTo, readBeside, takenBefore, takenFrom } from './taken.ts';
import {
  forgetDraft,
  forgetInTab,
  keepingOf,
  keepOnDevice,
  loadDraft,
  saveDraft,
  takeUpUse,
} from '../../storage/drafts.ts';
import { FIRST_OPEN } from '../../storage/presence.ts';
import { eraseEverything, keepsOnDevice, type Keeping } from '../../storage/keeping.ts';

/** What the person has to be told, in the words of `notices.ts`. */
export type NoticeId =
  | 'full'
  | 'denied'
  | 'elsewhere'
  | 'older-version'
  | 'partly-read'
  | 'partly-kept'
  | 'words-missing'
  | 'campaign-changed'
  | 'use-gone'
  | 'erased'
  | 'not-erased'
  | 'kept';

/** What is of no use any more once the person has gone on. */
const PASSING: readonly NoticeId[] = ['older-version', 'partly-read', 'partly-kept', 'erased', 'kept'];

export class Session implements Asking {
  readonly questionnaire: Questionnaire;
  /** The questionnaire under the edition that decides. */
  readonly reading: Reading;
  draft: Draft = $state.raw() as Draft;
  words: Words | undefined = $state.raw();
  screen: Screen = $state.raw() as Screen;
  keeping: Keeping = $state('tab');
  notices: readonly NoticeId[] = $state.raw([]);
  /** What of the draft could not be read or kept. */
  leftOut: readonly LeftOut[] = $state.raw([]);
  /** The text of a draft of which only a part could be read. */
  keptText = '';
  /** Counts the times that the answers were taken up anew, so that the page of a question shows them. */
  renewed = $state(0);
  /** The same object while only to-dos, details or typing change, so that nothing that rests on answers is worked out anew. */
  readonly answers = $derived(this.draft.answers);
  readonly replayed = $derived.by(() => this.reading.replay(this.answers));
  readonly decision: Decision | undefined = $derived.by(() =>
    this.words === undefined || this.replayed.outcome === undefined
      ? undefined
      : decide(this.replayed, this.words, this.todoStates),
  );
  /** What the campaign knows, where this answers a use of it; and what reads and writes that. */
  fromCampaign: (Campaigns.FromCampaign & { readonly does: typeof Campaigns }) | undefined = $state.raw();
  /** How far to-dos have come: what was said here, over what the campaign has done already. */
  readonly todoStates: TodoStates = $derived.by(() => ({
    ...(this.fromCampaign === undefined || this.words === undefined
      ? {}
      : this.fromCampaign.does.doneBefore(this.fromCampaign, this.words, this.answers)),
    ...this.draft.todos,
  }));
  /** The use of a campaign that is answered here, if it is one. */
  #use: string | undefined = takeUpUse();
  #first: QuestionWords;
  #loadWords: () => Promise<Words>;
  #loading: Promise<boolean> | undefined;
  #saving: Promise<void> = Promise.resolve();
  #noting: ReturnType<typeof setTimeout> | undefined;
  /** Whether the campaign knows that its use is being answered, which it need not be told with each answer. */
  #isNotedAsBegun = false;
  /** True where another tab has erased what this one kept, until the person says which holds: nothing is written. */
  #erasedElsewhere = false;

  constructor(questionnaire: Questionnaire, first: QuestionWords, loadWords: () => Promise<Words>) {
    this.questionnaire = questionnaire;
    this.reading = under(questionnaire, DECIDING_EDITION);
    this.#first = first;
    this.#loadWords = loadWords;
    this.draft = this.#blank();
    this.screen = { at: 'question', question: questionnaire.start };
  }

  /** Nothing answered, for the use that this page is about. */
  #blank(): Draft {
    return { ...newDraft(this.questionnaire), ...(this.#use === undefined ? {} : { use: this.#use }) };
  }

  /** What the answers are kept by. */
  get #owner(): string {
    return this.#use ?? this.questionnaire.id;
  }

  /** The words of a question. Only the first is known before the words have come. */
  wordsOf(question: string): QuestionWords {
    return this.words?.questions[question] ?? this.#first;
  }

  question(id: string): Question {
    return this.reading.question(id);
  }

  get answered(): number {
    return this.replayed.path.length;
  }

  kept(id: string): KeptAnswer {
    const { pending, answers, reasons } = this.draft;
    const unsent = pending?.[id];
    const typed = unsent?.typed ?? {};
    return {
      // What was typed and is no answer yet stands before an answer that was given earlier.
      answer: Object.keys(typed).length > 0 ? unsent?.answer : (unsent?.answer ?? answers[id]),
      reasons: unsent?.reasons ?? reasons[id] ?? {},
      typed,
    };
  }

  prepare(): void {
    void this.fetchWords();
  }

  /** The answers as they are walked under an edition. */
  replayedUnder(edition: string): Replay {
    return edition === this.reading.edition
      ? this.replayed
      : under(this.questionnaire, edition).replay(this.answers);
  }

  /** The option ids that a question offers on the path of an edition. */
  offered(id: string, edition: string = this.reading.edition): readonly string[] {
    return this.replayedUnder(edition).offered(id);
  }

  /** Fetches the words, the same file whatever is answered. Resolves to whether they are there. */
  fetchWords(): Promise<boolean> {
    this.#loading ??= this.#loadWords().then(
      (words) => {
        this.words = words;
        this.#untell('words-missing');
        return true;
      },
      () => {
        this.#loading = undefined;
        this.tell('words-missing');
        return false;
      },
    );
    return this.#loading;
  }

  /** Takes up what the browser kept, and the screen that the address names. */
  async resume(): Promise<void> {
    this.keeping = keepingOf(this.#owner);
    const loaded = await loadDraft(this.#owner);
    if ('denied' in loaded) {
      this.keeping = 'memory';
      this.tell('denied');
    } else if ('problem' in loaded) {
      this.screen = { at: 'damaged', problem: loaded.problem, kept: loaded.kept };
      return;
    } else if ('draft' in loaded) {
      this.draft = loaded.draft;
      const { version } = loaded.draft;
      if (loaded.leftOut.length > 0) {
        this.leftOut = loaded.leftOut;
        this.keptText = loaded.kept;
        this.tell('partly-read');
      } else if (version !== NO_VERSION && version !== this.questionnaire.version) this.tell('older-version');
    }
    await this.#lookUp();
    if (Object.keys(this.draft.answers).length > 0) await this.fetchWords();
    // Answers that were typed in off paper have been given: only what is open is asked, and then all of it is looked at.
    if (location.hash === `#${FIRST_OPEN}`)
      history.replaceState(this.#entry(0, true), '', location.pathname + location.search);
    this.showFromAddress();
  }

  /** Takes up what the campaign knows of the use that is answered here; a draft without an answer begins with it. */
  async #lookUp(): Promise<void> {
    if (this.#use === undefined) return;
    try {
      const does = await import('./from-campaign.ts');
      const known = await does.lookUp(this.questionnaire, this.#use);
      if (known === undefined) return;
      this.fromCampaign = { ...known, does };
      if (Object.keys(this.draft.answers).length === 0)
        this.draft = does.begunWith(this.draft, this.reading, known);
    } catch {
      // Without it everything is asked, and nothing else is missing.
    }
  }

  /** The answers just before a question that were taken from the campaign and have not been changed. */
  carriedBefore(id: string): ReturnType<typeof takenBefore> {
    return takenBefore(this.draft, this.replayed.path, id);
  }

  /** Where the answer to a question was taken from; undefined where it is the person's own. */
  carriedTo(question: string): Carried | undefined {
    return takenFrom(this.draft, question);
  }

  /** What another use settled about the same list or supplier, and the question takes here. */
  offeredFor(id: string): readonly Campaigns.Known[] {
    return offeredTo(this.draft, this.reading, this.fromCampaign?.carry, id);
  }

  /** What another use settled, and is asked again all the same. */
  notCarriedTo(id: string): readonly Campaigns.NotKnown[] {
    return readBeside(this.fromCampaign?.carry, id);
  }

  /** Another tab has changed the campaign: what is known is what it knows now, and no answer is touched. */
  async hearOfChange(): Promise<void> {
    const before = this.fromCampaign;
    if (before === undefined || this.#use === undefined) return;
    const known = await before.does.lookUp(this.questionnaire, this.#use);
    this.fromCampaign = known === undefined ? undefined : { ...known, does: before.does };
    if (known === undefined) this.tell('use-gone');
    else if (this.#isStale) this.tell('campaign-changed');
  }

  get #isStale(): boolean {
    return isStale(this.draft, this.fromCampaign?.carry);
  }

  /** Takes an answer that another use settled, with its reasons. */
  async takeCarried(carried: Campaigns.Known): Promise<void> {
    if (this.fromCampaign === undefined) return;
    const { campaign, does } = this.fromCampaign;
    const { question, answer, reasons } = carried;
    this.draft = { ...this.draft, carried: does.withCarried(this.draft, carried, campaign).carried };
    await this.answer(question, answer, reasons);
  }

  /** The draft as a record is made of it: what the campaign has done already counts as done. */
  get forRecord(): Draft {
    return { ...this.draft, todos: this.todoStates as Draft['todos'] };
  }

  /** The page was left and is back as it stood, out of the browser’s memory: what was kept meanwhile holds. */
  async comeBack(): Promise<void> {
    await this.#saving;
    if (this.keeping === 'memory' || this.#erasedElsewhere || this.screen.at === 'damaged') return;
    const keptOnce = this.draft.revision > 0;
    const loaded = await loadDraft(this.#owner);
    if ('none' in loaded && keptOnce) this.#begin();
    else if ('draft' in loaded && loaded.draft.revision !== this.draft.revision) {
      this.notices = [];
      await this.resume();
      this.renewed += 1;
    }
  }

  /** Another tab has erased everything. What this one shows is not kept again unasked. */
  hearOfErasing(): void {
    forgetInTab(this.#owner);
    if (this.draft.revision === 0) return;
    this.#erasedElsewhere = true;
    this.tell('elsewhere');
  }

  /** Nothing is answered, and nothing kept. */
  #begin(): void {
    this.draft = this.#blank();
    this.keeping = keepingOf(this.#owner);
    this.#erasedElsewhere = false;
    this.notices = [];
    history.replaceState(this.#entry(0, false), '', location.pathname + location.search);
    this.screen = { at: 'question', question: this.questionnaire.start };
    this.renewed += 1;
  }

  /** Shows the screen that the address names, or the first one that the answers allow. */
  showFromAddress(): void {
    if (this.screen.at === 'damaged') return;
    const screen = this.#allowed(location.hash.slice(1));
    const needsWords = screen.at !== 'question' || screen.question !== this.questionnaire.start;
    this.screen = needsWords && this.words === undefined ? { at: 'unloaded' } : screen;
  }

  /** Tries once more to fetch the words that were missing, and goes on where it stopped. */
  async tryAgain(): Promise<void> {
    if (await this.fetchWords()) this.showFromAddress();
  }

  #allowed(name: string): Screen {
    return screenAt(name, {
      start: this.questionnaire.start,
      editions: this.questionnaire.editions,
      replayed: this.replayed,
      hasComeBack: this.cameBack.length > 0,
      askedUnder: (edition) => this.replayedUnder(edition).next,
    });
  }

  get #place(): Place {
    const state = history.state as Partial<Place> | null;
    return this.#entry(state?.depth ?? 0, state?.returning ?? false);
  }

  #entry(depth: number, returning: boolean): Place {
    return { depth, returning, ...(this.#use === undefined ? {} : { use: this.#use }) };
  }

  /** Goes to a screen, with an entry in the browser's history. */
  go(name: string, returning = false): void {
    this.#untell(...PASSING);
    // A bare address names no screen: whoever comes back to this entry is to find the one that it shows now.
    if (location.hash === '' && 'question' in this.screen) {
      history.replaceState(this.#place, '', `#${this.screen.question}`);
    }
    history.pushState(this.#entry(this.#place.depth + 1, returning), '', `#${name}`);
    this.showFromAddress();
  }

  /** The screen before this one: as it was last seen where we came from there, else the one before it on the path. */
  back(): void {
    if (['set-aside', 'clash', 'erase'].includes(this.screen.at)) {
      this.showFromAddress();
    } else if (this.#place.depth > 0) {
      history.back();
    } else {
      const before = this.previous;
      if (before !== undefined) {
        history.replaceState(this.#entry(0, false), '', `#${before}`);
        this.showFromAddress();
      }
    }
  }

  /** The name of the screen before this one; none before the first question. */
  get previous(): string | undefined {
    return screenBefore(this.screen, this.replayed.path, this.questionnaire.start);
  }

  /** Takes an answer and goes on; shows first which later answers it would leave off the path. */
  async answer(
    question: string,
    answer: Answer,
    reasons: Readonly<Record<string, string>>,
    edition?: string,
  ): Promise<void> {
    if (!(await this.fetchWords())) return;
    if (edition !== undefined) {
      this.#answerAside(question, answer, reasons);
      return;
    }
    const off = setAsideBy(this.replayed, { question, answer });
    if (off.length > 0) this.screen = { at: 'set-aside', question, answer, reasons, off };
    else this.takeIfItFits(question, answer, reasons);
  }

  /** Takes an answer; shows first with which others it cannot both be true. */
  takeIfItFits(question: string, answer: Answer, reasons: Readonly<Record<string, string>>): void {
    const known = [...this.clashes.map(({ id }) => id), ...(this.draft.clashesKept ?? [])];
    const clashes = clashesOn(this.reading.replay({ ...this.answers, [question]: answer })).filter(
      ({ id }) => !known.includes(id),
    );
    if (clashes.length > 0) this.screen = { at: 'clash', question, answer, reasons, clashes };
    else this.take(question, answer, reasons);
  }

  /** The clashes between the answers as they stand. */
  get clashes(): readonly ClashFound[] {
    return clashesOn(this.replayed);
  }

  /** Takes an answer though it clashes: to keep both, or to change the other one of the two next. */
  takeThoughItClashes(change?: string): void {
    if (this.screen.at !== 'clash') return;
    const { question, answer, reasons, clashes } = this.screen;
    if (change !== undefined) {
      this.#put(question, answer, reasons);
      this.go(change, true);
      return;
    }
    const kept = [...(this.draft.clashesKept ?? []), ...clashes.map(({ id }) => id)];
    this.draft = { ...this.draft, clashesKept: kept };
    this.take(question, answer, reasons);
  }

  /** Takes an answer. Answers that it leaves off the path stay in the draft, and come back if it is changed back. */
  take(question: string, answer: Answer, reasons: Readonly<Record<string, string>>): void {
    const { returning } = this.#place;
    this.#put(question, answer, reasons);
    const { path, next } = this.replayed;
    // What was taken from the campaign is shown with the question after it, and not asked.
    const after = path.slice(path.indexOf(question) + 1).find((one) => this.carriedTo(one) === undefined);
    this.go((returning ? undefined : after) ?? next ?? 'check-answers', returning);
  }

  #put(question: string, answer: Answer, reasons: Readonly<Record<string, string>>): void {
    const before = this.replayed.path;
    this.draft = {
      ...this.draft,
      pending: this.#pendingWithout(question),
      version: this.questionnaire.version,
      answers: { ...this.draft.answers, [question]: answer } as Draft['answers'],
      reasons: { ...this.draft.reasons, [question]: { ...reasons } },
    };
    const setAside = stillSetAside(this.draft.setAside ?? [], before, this.replayed.path, question);
    // Once two answers fit together again, nobody has said anything about the next time that they do not.
    const clashesKept = this.#keptOf(this.draft.clashesKept ?? []);
    this.draft = { ...this.draft, setAside, clashesKept };
    if (!this.#isStale) this.#untell('campaign-changed');
    this.#save();
    if (this.#use !== undefined && !this.#isNotedAsBegun) {
      this.#isNotedAsBegun = true;
      void this.fromCampaign?.does.noteBegun(this.#use);
    }
  }

  #keptOf(ids: readonly string[]): string[] {
    return this.clashes.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  }

  /** Answers that were set aside earlier, and are on the path again without having been confirmed. */
  get cameBack(): readonly string[] {
    return this.replayed.path.filter((id) => this.draft.setAside?.includes(id));
  }

  /** All answers on the path stand as they are shown, those that clash too. */
  confirm(): void {
    const { path } = this.replayed;
    if (this.cameBack.length > 0)
      this.#change({ setAside: (this.draft.setAside ?? []).filter((id) => !path.includes(id)) });
    const kept = this.clashes.map(({ id }) => id);
    if (kept.length !== (this.draft.clashesKept ?? []).length) this.#change({ clashesKept: kept });
    this.#noteDecided();
    this.go('outcome');
  }

  /** Gives up a change that would set answers aside, and goes back to where it was begun. */
  keepAsItWas(): void {
    if (this.screen.at !== 'set-aside') return;
    this.#change({ pending: this.#pendingWithout(this.screen.question) });
    if (this.#place.returning) history.back();
    else this.showFromAddress();
  }

  /** Remembers what stands on the page, so that a refresh or a crash loses nothing. */
  keepPending(question: string, { answer, reasons, typed }: KeptAnswer): void {
    const unsent = answer as Draft['answers'][string] | undefined;
    this.#change({
      pending: {
        ...this.draft.pending,
        [question]: {
          reasons: { ...reasons },
          ...(Object.keys(typed).length === 0 ? {} : { typed: { ...typed } }),
          ...(unsent === undefined ? {} : { answer: unsent }),
        },
      },
    });
  }

  #pendingWithout(question: string): NonNullable<Draft['pending']> {
    return Object.fromEntries(Object.entries(this.draft.pending ?? {}).filter(([id]) => id !== question));
  }

  setTodo(todo: string, state: TodoState): void {
    this.#change({ todos: { ...this.draft.todos, [todo]: state } });
    this.#noteDecided();
  }

  /** Tells the campaign what its use is decided to be, once nothing more has been done for a moment. */
  #noteDecided(): void {
    clearTimeout(this.#noting);
    if (this.fromCampaign === undefined) return;
    this.#noting = setTimeout(() => void this.noteNow(), 300);
  }

  /** @returns once the campaign knows what the use is decided to be */
  async noteNow(): Promise<void> {
    clearTimeout(this.#noting);
    if (this.fromCampaign === undefined || this.words === undefined || this.#use === undefined) return;
    const { does } = this.fromCampaign;
    try {
      const { recordOf } = await import('./export-record.ts');
      const record = await recordOf(this.questionnaire, this.words, this.forRecord, this.fromCampaign);
      this.#isNotedAsBegun = false;
      await does.noteDecided(record, this.#use, this.words);
    } catch {
      // Its record says the same once it is made.
    }
  }

  setDetails(details: Partial<Draft['details']>): void {
    this.#change({ details: { ...this.draft.details, ...details } });
  }

  /** Answers a question that only another edition asks; the deciding path is as it was. */
  #answerAside(question: string, answer: Answer, reasons: Readonly<Record<string, string>>): void {
    this.draft = {
      ...this.draft,
      pending: this.#pendingWithout(question),
      answers: { ...this.draft.answers, [question]: answer } as Draft['answers'],
      reasons: { ...this.draft.reasons, [question]: { ...reasons } },
    };
    this.#save();
    // Where that edition asks more, the same address shows the next question.
    this.showFromAddress();
  }

  /** From now on keeps answers on this device; `force` writes over those that another tab has put there. */
  async keep(force = false): Promise<void> {
    await this.#saving;
    const saved = await keepOnDevice($state.snapshot(this.draft) as Draft, force);
    if (saved.kept) {
      this.draft = { ...this.draft, revision: saved.revision };
      this.keeping = 'device';
      this.tell('kept');
    } else this.tell(saved.why);
  }

  askToErase(): void {
    this.screen = { at: 'erase' };
  }

  /** Erases everything that this site keeps in this browser, and begins again. */
  async erase(): Promise<void> {
    await this.#saving;
    const erased = await eraseEverything();
    this.#begin();
    this.tell(erased ? 'erased' : 'not-erased');
  }

  /** Leaves a draft that cannot be read behind, and begins again. */
  async startAgain(): Promise<void> {
    await forgetDraft(this.#owner);
    this.draft = this.#blank();
    this.go(this.questionnaire.start);
    this.screen = { at: 'question', question: this.questionnaire.start };
  }

  /** Two tabs wrote: takes what the other one kept, or writes this one's over it. */
  async settle(whose: 'theirs' | 'ours'): Promise<void> {
    this.#untell('elsewhere');
    this.#erasedElsewhere = false;
    if (whose === 'ours' && keepsOnDevice()) {
      await this.keep(true);
      return;
    }
    if (whose === 'ours') {
      // The other tab erased what was on the device: what this one has stays here.
      this.keeping = 'tab';
      this.#save(true);
      return;
    }
    forgetInTab(this.#owner);
    this.keeping = keepingOf(this.#owner);
    const loaded = await loadDraft(this.#owner);
    this.draft = 'draft' in loaded ? loaded.draft : this.#blank();
    this.renewed += 1;
    this.showFromAddress();
  }

  tell(notice: NoticeId): void {
    if (!this.notices.includes(notice)) this.notices = [...this.notices, notice];
  }

  #untell(...gone: NoticeId[]): void {
    this.notices = this.notices.filter((notice) => !gone.includes(notice));
  }

  #change(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
    this.#save();
  }

  /** Writes the draft after any writing under way, so that revisions follow each other. */
  #save(force = false): void {
    this.#saving = this.#saving.then(async () => {
      if (this.#erasedElsewhere) return;
      const saved = await saveDraft(this.draft, this.keeping, force);
      if (saved.kept) {
        this.draft = { ...this.draft, revision: saved.revision };
        this.#untell('full', 'elsewhere');
        if (saved.leftOut.length > 0) {
          this.leftOut = saved.leftOut;
          this.tell('partly-kept');
        }
      } else if (this.keeping !== 'memory') {
        if (saved.why === 'denied') this.keeping = 'memory';
        this.tell(saved.why);
      }
    });
  }
}
