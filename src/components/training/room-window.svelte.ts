/**
 * One of the two windows in which a session is led. Each has the whole of it: whichever hears a key makes the change and
 * tells the other. So either can be closed and opened again, and the room’s window can be led from alone.
 */
import { ledToJson, newLed, type Led } from '../../records/led-session.ts';
import { eraseEverything, tellsOfErasing } from '../../storage/keeping.ts';
import { forgetLed, forgetLedInTab, loadLed, saveLed, type LedSaved } from '../../storage/led-session.ts';
import { endInMemoryOnChange } from '../../storage/pages-in-memory.ts';
import {
  givesWay,
  openLink,
  whichHolds,
  type Link,
  type NotKnown,
  type Part,
  type Said,
} from './room-link.ts';
import { after, isLetter, keyDoes, screenOf, screensOf, type Action, type Screen } from './room-run.ts';
import type { RoomSession, RoomWords } from './room-words.ts';

/** What whoever leads has to be told, in the words of `roomNotices`. */
export type RoomNotice =
  | 'full'
  | 'denied'
  | 'newer'
  | 'damaged'
  | 'partly-read'
  | 'erased'
  | 'not-erased'
  | 'erased-elsewhere'
  | 'other-version'
  | 'no-words'
  | 'no-session';

export const roomNotices: Readonly<Record<RoomNotice, string>> = {
  full: 'This browser has no room left to keep the session. You can go on, but it is lost if this window closes: download the sheet before you stop.',
  denied:
    'This browser does not let the site keep the session, as in some private windows. You can go on, but it is lost if this window closes or is loaded again: download the sheet before you stop.',
  newer:
    'The session kept here was made by a newer version of this site. Load this page again to go on with it. Until then nothing is kept here, and nothing of it is lost.',
  damaged:
    'The session kept here cannot be read. It stays as it is until you begin another. Download what was kept if you may need it.',
  'partly-read':
    'Some of the session kept here cannot be read, and has been left out. All the rest is here: look through the counts before you go on.',
  erased: 'Everything that this site kept in this browser has been erased.',
  'not-erased':
    'This browser did not let the site erase everything. Close the other tabs of this site and press the button again, or clear this site’s data in the browser’s settings.',
  'erased-elsewhere':
    'What was kept has been erased in another tab. What you see is in this window alone, and the next thing you do keeps it in this tab again.',
  'other-version':
    'Another window runs another version of this site, so the two do not understand each other. Load both again.',
  'no-words': 'The words of the sessions did not come. Check your connection, then press the button again.',
  'no-session': 'This site has the session that is kept here no more. Choose another.',
};

/** How long the room’s window has to show a change before it is said not to answer. Milliseconds. */
const ANSWER = 1500;
/** How long a leader’s window listens for another before it says that it leads. Milliseconds. */
const LISTEN = 200;
/** How often the clock is looked at. Milliseconds. */
const EVERY = 250;

/** A name that no other window or question has. */
const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10) || '0'}`;

export class RoomWindow {
  readonly as: Part;
  readonly #from = newId();
  readonly #words: string;
  #since = Date.now();
  #link: Link | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #awake: WakeLockSentinel | undefined;
  /** A leader’s window first listens whether another leads already, so that the wall does not change for a moment. */
  #listened = false;
  /** What is kept is of a newer version: nothing may take its place. */
  #keptIsNewer = false;

  words: RoomWords | undefined = $state.raw();
  led: Led | undefined = $state.raw();
  now = $state(Date.now());
  notice: RoomNotice | undefined = $state();
  saved: LedSaved | undefined = $state();
  /** What was kept and cannot be read, as it was. */
  keptText = $state('');
  /** Whether it is this window that leads: one leader’s window does, and the room’s where there is none. */
  leads = $state(true);
  /** Whether another leader’s window is there, and whether it leads another session than the one that this one has. */
  rival: Led | undefined = $state.raw();
  /** The other window: whether it is there, and whether it still answers. */
  partner: 'none' | 'there' | 'silent' = $state('none');
  /** `no`: this browser cannot. */
  awake: 'yes' | 'no' | 'not-asked' = $state('not-asked');

  /** Everything of the session that is led, where there is one and its words have come. */
  readonly session: RoomSession | undefined = $derived(
    this.words?.sessions.find(({ id }) => id === this.led?.session),
  );
  readonly screens: readonly Screen[] = $derived(
    this.session === undefined || this.words === undefined ? [] : screensOf(this.session, this.words),
  );
  readonly screen: Screen | undefined = $derived(
    this.led === undefined || this.screens.length === 0 ? undefined : screenOf(this.led, this.screens),
  );

  /** @param words where the file of all sessions’ words is, from the page */
  constructor(as: Part, words: string) {
    this.as = as;
    this.#words = words;
  }

  /** Takes up what was kept, greets the other window, and listens to keys. Returns what ends it. */
  begin(): () => void {
    endInMemoryOnChange();
    void this.#fetchWords();
    const loaded = loadLed();
    if ('led' in loaded) {
      this.led = loaded.led;
      this.saved = loaded.where;
      if (loaded.leftOut.length > 0) this.notice = 'partly-read';
    } else if ('problem' in loaded) {
      this.notice = loaded.problem;
      this.keptText = loaded.text;
      this.#keptIsNewer = loaded.problem === 'newer';
    } else if ('denied' in loaded) this.notice = 'denied';
    this.#link = openLink({ from: this.#from, as: this.as }, (said) => this.#hear(said));
    this.#link.say({ say: 'hello' });
    const listening = setTimeout(
      () => {
        this.#listened = true;
        this.#tell();
      },
      this.as === 'leader' ? LISTEN : 0,
    );
    const ticking = setInterval(() => (this.now = Date.now()), EVERY);
    const press = (event: KeyboardEvent) => this.#press(event);
    const leave = () => this.#link?.say({ say: 'bye' });
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) location.reload();
    };
    const store = (event: StorageEvent) => {
      if (tellsOfErasing(event) && this.led !== undefined) this.notice = 'erased-elsewhere';
    };
    const seen = () => {
      if (document.visibilityState === 'visible') void this.keepAwake();
    };
    // Before the script of every page, for which “/” opens the search.
    addEventListener('keydown', press, { capture: true });
    addEventListener('pagehide', leave);
    addEventListener('pageshow', back);
    addEventListener('storage', store);
    document.addEventListener('visibilitychange', seen);
    if (this.led !== undefined) void this.keepAwake();
    return () => {
      clearTimeout(listening);
      clearInterval(ticking);
      clearTimeout(this.#waiting);
      removeEventListener('keydown', press, { capture: true });
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', back);
      removeEventListener('storage', store);
      document.removeEventListener('visibilitychange', seen);
      this.#link?.close();
    };
  }

  /** Begins a session in this window. */
  async open(session: string, people: number | undefined): Promise<void> {
    if (this.words === undefined) await this.#fetchWords();
    if (this.words === undefined) {
      this.notice = 'no-words';
      return;
    }
    if (this.#keptIsNewer) return;
    this.notice = undefined;
    this.keptText = '';
    this.#take({ ...newLed(session, newId(), Date.now(), people), revision: 1 });
    void this.keepAwake();
  }

  act(action: Action): void {
    if (this.led === undefined || !this.#mayAct) return;
    const led = after(this.led, this.screens, action);
    if (led !== this.led) this.#take(led);
  }

  /** Parks a question at what stands on the wall; its words come afterwards. Returns its name. */
  park(): string {
    const id = newId();
    this.act({ do: 'park', id });
    return id;
  }

  /** Leads from this window, with the session that it shows. */
  takeOver(): void {
    const led = this.led ?? this.rival;
    if (led === undefined) return;
    this.leads = true;
    this.rival = undefined;
    this.#link?.say({ say: 'lead', led });
    this.#take({ ...led, revision: led.revision + 1 });
  }

  /** The session is over: nothing of it stays in this browser. */
  forget(): void {
    forgetLed();
    this.led = undefined;
    this.saved = undefined;
    void this.#awake?.release();
    this.awake = 'not-asked';
    this.#link?.say({ say: 'gone' });
  }

  /** Erases everything that this site keeps in this browser. */
  async erase(): Promise<void> {
    const erased = await eraseEverything();
    this.forget();
    this.notice = erased ? 'erased' : 'not-erased';
  }

  async keepAwake(): Promise<void> {
    const { wakeLock } = navigator as { readonly wakeLock?: WakeLock };
    if (this.#awake?.released === false) return;
    try {
      this.#awake = await wakeLock?.request('screen');
      this.awake = this.#awake === undefined ? 'no' : 'yes';
    } catch {
      this.awake = 'no';
    }
  }

  /** A window that has given way changes nothing; nor does one that holds a session of a newer version. */
  get #mayAct(): boolean {
    return this.leads || this.as === 'room';
  }

  async #fetchWords(): Promise<void> {
    try {
      const response = await fetch(this.#words);
      if (!response.ok) throw new Error(`${this.#words} answered ${response.status}.`);
      this.words = (await response.json()) as RoomWords;
      if (this.notice === 'no-words') this.notice = undefined;
      if (this.led !== undefined && this.session === undefined) {
        this.notice = 'no-session';
        this.keptText = ledToJson(this.led);
        this.led = undefined;
      }
    } catch {
      this.notice ??= 'no-words';
    }
  }

  /** Has a session, keeps it, and tells the other window. */
  #take(led: Led): void {
    this.led = led;
    // Beside a leader’s window, which keeps it, the room’s keeps no second copy.
    if (this.as === 'leader' || this.partner !== 'there') this.#keep(led);
    this.#tell();
  }

  #keep(led: Led): void {
    if (this.#keptIsNewer) return;
    this.saved = saveLed(led);
    if (this.saved === 'full' || this.saved === 'denied') this.notice = this.saved;
    else if (this.notice !== undefined && PASSING.includes(this.notice)) this.notice = undefined;
  }

  #tell(): void {
    const { led } = this;
    if (led === undefined || !this.#mayAct || !this.#listened) return;
    this.#link?.say({
      say: 'state',
      led,
      ...(this.as === 'leader' && this.leads ? { since: this.#since } : {}),
    });
    if (this.partner === 'none') return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => (this.partner = 'silent'), ANSWER);
  }

  #hear(said: Said | NotKnown): void {
    switch (said.say) {
      case 'not-known':
        this.notice = 'other-version';
        return;
      case 'hello':
        if (said.as !== this.as) this.partner = 'there';
        this.#tell();
        if (this.led === undefined && said.as !== this.as) this.#link?.say({ say: 'seen', revision: 0 });
        return;
      case 'bye':
        if (said.as !== this.as) {
          clearTimeout(this.#waiting);
          this.partner = 'none';
          // The leader’s window kept it; now this one does, until there is one again.
          if (this.as === 'room' && this.led !== undefined) this.#keep(this.led);
        }
        return;
      case 'seen':
        if (said.as === this.as) return;
        this.partner = 'there';
        if (said.revision >= (this.led?.revision ?? 0)) clearTimeout(this.#waiting);
        return;
      case 'gone':
        if (said.as === this.as) return;
        this.led = undefined;
        this.notice = undefined;
        return;
      case 'lead':
        if (said.as !== this.as || this.as !== 'leader') return;
        this.#giveWay(said.led);
        return;
      case 'state':
        if (said.as !== this.as) this.#hearPartner(said.led);
        else if (this.as === 'leader') this.#hearLeader(said);
    }
  }

  #hearPartner(sent: Led): void {
    this.partner = 'there';
    const own = this.led;
    const holds = whichHolds(own, sent, this.as);
    if (holds === 'own') {
      this.#tell();
      return;
    }
    if (holds === 'sent') {
      this.led = sent;
      // Another session that this window began by itself stays kept.
      if (this.as === 'room' && (own === undefined || own.run === sent.run)) forgetLedInTab();
      else if (this.as === 'leader' && this.leads) this.#keep(sent);
    }
    this.#link?.say({ say: 'seen', revision: sent.revision });
  }

  /** Another leader’s window leads as well: one of the two gives way. */
  #hearLeader(said: Extract<Said, { say: 'state' }>): void {
    if (said.since === undefined) return;
    const other = { since: said.since, from: said.from };
    if (!this.leads || givesWay({ since: this.#since, from: this.#from }, other)) this.#giveWay(said.led);
    else this.#tell();
  }

  #giveWay(led: Led): void {
    this.leads = false;
    this.rival = led;
    if (this.led === undefined || this.led.run === led.run) this.led = led;
  }

  #press(event: KeyboardEvent): void {
    const { target } = event;
    if (this.led === undefined || this.screen === undefined || !this.#mayAct) return;
    if (target instanceof Element && target.closest('input, textarea, select') !== null) return;
    const does = keyDoes(event);
    if (does === undefined || (isLetter(does) && !this.led.keys)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (does.do === 'park') this.onparked(this.park());
    else if (does.do === 'timer') this.act({ do: 'timer', now: Date.now() });
    else this.act(does);
  }

  /** Hears of a question that was parked by key, to put the focus where its words go. */
  onparked: (id: string) => void = () => undefined;
}

/** What is of no use any more once something is kept again. */
const PASSING: readonly RoomNotice[] = ['full', 'denied', 'partly-read', 'erased', 'erased-elsewhere'];
