/**
 * The page that searches. Nothing of the index is fetched before the box gets the focus or a query is in the address,
 * and what is typed goes nowhere: it stands after the `#`, which browsers do not send.
 */
import { isKeySwitchedOff, switchKey } from '../../storage/search-key.ts';
import { strengthName } from '../code/clause-names.ts';
import { excerptOf } from './excerpt.ts';
import { countInWords, missingInWords } from './findings-in-words.ts';
import { openSearchIndex, type Findings, type Found, type Opening } from './search-index.ts';
import { searchKindNames } from './search-record.ts';

/** How many results are shown at a time. */
const pageful = 20;
/** Words of a long text that are shown. */
const excerptWords = 36;
/** Milliseconds after a key before the results follow, and before they are read out. */
const typing = 50;
const pause = 900;

const one = <E extends Element>(selector: string, within: ParentNode = document): E => {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`The search page has no ${selector}.`);
  return found;
};

const form = one<HTMLFormElement>('form.search');
const box = one<HTMLInputElement>('#q');
const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
const section = one<HTMLElement>('.search-results');
const heading = one<HTMLElement>('h2', section);
const notFound = one<HTMLElement>('#not-found', section);
const list = one<HTMLOListElement>('ol', section);
const elsewhere = one<HTMLElement>('.elsewhere', section);
const more = one<HTMLButtonElement>('button', section);
const said = one<HTMLElement>('#said');
const root = new URL(document.documentElement.dataset['root'] ?? '../', location.href);

let opening: Opening | undefined;
/** The last that failed. */
let spent: Opening | undefined;
/** Set once everything can be found, and not statements alone. */
let isWhole = false;
let shown: Found[] = [];
let turn = 0;
let typed: ReturnType<typeof setTimeout> | undefined;
let told: ReturnType<typeof setTimeout> | undefined;

/** Begins to fetch the index, once; again after it could not be had. */
function open(): Opening {
  if (opening) return opening;
  const { index = '', first = '', rest = '' } = form.dataset;
  spent?.end();
  spent = undefined;
  const begun = openSearchIndex(new URL(index, root), first.split(' '), rest.split(' '));
  begun.everything.then(
    () => (isWhole = true),
    // What failed is told of once somebody searches. Till then the statements go on answering.
    () => {
      opening = undefined;
      spent = begun;
    },
  );
  opening = begun;
  return begun;
}

const ticked = (name: string): Set<string> =>
  new Set(boxes.filter((choice) => choice.name === name && choice.checked).map(({ value }) => value));

/** Keeps the query and the boxes in the address, so that a result can be come back from. */
function keepInAddress(): void {
  const kept = new URLSearchParams();
  if (box.value.trim() !== '') kept.set('q', box.value);
  for (const name of ['kind', 'strength']) {
    const values = [...ticked(name)];
    if (values.length > 0) kept.set(name, values.join(','));
  }
  history.replaceState(history.state, '', kept.size > 0 ? `#${kept.toString()}` : location.pathname);
}

function readAddress(): void {
  const kept = new URLSearchParams(location.hash.slice(1));
  box.value = kept.get('q') ?? '';
  for (const choice of boxes)
    choice.checked = (kept.get(choice.name) ?? '').split(',').includes(choice.value);
  if (boxes.some(({ checked }) => checked)) one<HTMLDetailsElement>('details', form).open = true;
  if (box.value !== '') void search();
}

/** Whoever comes by the key or the menu wants to type; not every browser gives a box the focus for its address. */
function arrive(): void {
  box.focus();
  keepInAddress();
}

/**
 * Looks for what stands in the box and shows it: statements as soon as they can be found, and then everything.
 *
 * @returns true once there is something to read, false where something else was asked since
 */
async function search(): Promise<boolean> {
  clearTimeout(typed);
  const mine = (turn += 1);
  const query = box.value.trim();
  keepInAddress();
  if (query === '') {
    section.hidden = true;
    said.textContent = '';
    return false;
  }
  const waiting = setTimeout(() => {
    if (mine === turn && section.hidden) wait();
  }, 400);
  try {
    const { statements, everything } = open();
    const all = everything.then((index) => index.find(query)).then(fitting);
    if (!isWhole) {
      // Its failure is met below; here it would only be reported a second time.
      all.catch(() => undefined);
      const soon = fitting(await (await statements).find(query));
      if (mine !== turn) return false;
      if (soon.found.length > 0) {
        clearTimeout(waiting);
        tell(`${countOf(soon)} so far for “${query}”`, soon.found);
        void showRest(all, query, mine);
        return true;
      }
    }
    const whole = await all;
    if (mine !== turn) return false;
    tellWhole(whole, query);
  } catch {
    if (mine !== turn) return false;
    tell('The search could not be loaded. Check the connection, then press Search.', []);
  } finally {
    clearTimeout(waiting);
  }
  return true;
}

/** Puts everything in the place of the statements, but not under the hand of somebody who has gone to one of them. */
async function showRest(all: Promise<Findings>, query: string, mine: number): Promise<void> {
  try {
    const whole = await all;
    if (mine !== turn) return;
    if (list.contains(document.activeElement)) {
      heading.textContent = `${shown.length} of ${whole.found.length} results for “${query}”. Press Search for all.`;
    } else {
      tellWhole(whole, query);
    }
  } catch {
    if (mine !== turn) return;
    heading.textContent = `${countInWords(shown.length, true)} so far for “${query}”. The rest could not be loaded. Check the connection, then press Search.`;
  }
}

/** Those of the kinds and strengths that are ticked. */
function fitting(findings: Findings): Findings {
  const [kinds, strengths] = [ticked('kind'), ticked('strength')];
  const found = findings.found.filter(
    ({ record }) =>
      (kinds.size === 0 || kinds.has(record.kind)) &&
      (strengths.size === 0 || (record.strength !== undefined && strengths.has(record.strength))),
  );
  return { ...findings, found };
}

const countOf = ({ found, isTrue }: Findings): string => countInWords(found.length, isTrue);

/** Says that the index is on its way. */
function wait(): void {
  heading.textContent = 'Looking…';
  notFound.hidden = true;
  elsewhere.hidden = true;
  more.hidden = true;
  section.hidden = false;
}

const tellWhole = (whole: Findings, query: string): void =>
  tell(`${countOf(whole)} for “${query}”`, whole.found, missingInWords(whole.missing, whole.isTrue));

/** Shows results under a heading, which is read out once nobody has typed for a while, with what was not found. */
function tell(text: string, results: Found[], note = ''): void {
  shown = results;
  heading.textContent = text;
  notFound.textContent = note;
  notFound.hidden = note === '';
  list.replaceChildren();
  elsewhere.hidden = results.length > 0;
  section.hidden = false;
  showMore();
  clearTimeout(told);
  told = setTimeout(() => {
    if (document.activeElement !== heading) said.textContent = note === '' ? text : `${text}. ${note}`;
  }, pause);
}

function showMore(): HTMLLIElement | undefined {
  const next = shown.slice(list.childElementCount, list.childElementCount + pageful).map(draw);
  list.append(...next);
  more.hidden = list.childElementCount === shown.length;
  return next[0];
}

/** Everything that is shown becomes text, never markup. */
function draw({ record, inTitle, inText }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const what = document.createElement('span');
  what.textContent = record.strength ? strengthName(record.strength) : searchKindNames[record.kind].one;
  what.className = record.strength ? `strength strength--${record.strength}` : 'strength';
  const link = document.createElement('a');
  link.href = new URL(record.href, root).href;
  const place = document.createElement('p');
  place.className = 'quiet';
  place.textContent = record.place;
  item.append(what, ' ', link);
  if (record.title === undefined) {
    link.append(...drawRuns(record.text, inText));
  } else {
    link.append(...drawRuns(record.title, inTitle));
    const excerpt = document.createElement('p');
    excerpt.append(...drawRuns(record.text, inText, excerptWords));
    item.append(excerpt);
  }
  item.append(place);
  return item;
}

function drawRuns(text: string, marks: ReadonlySet<number>, most?: number): Node[] {
  return excerptOf(text, marks, most).map((run) => {
    if (!run.marked) return document.createTextNode(run.text);
    const mark = document.createElement('mark');
    mark.textContent = run.text;
    return mark;
  });
}

box.addEventListener('focus', () => {
  open();
});
box.addEventListener('input', () => {
  clearTimeout(typed);
  typed = setTimeout(() => void search(), typing);
});
for (const choice of boxes) choice.addEventListener('change', () => void search());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search().then((done) => {
    if (done) heading.focus();
  });
});
more.addEventListener('click', () => {
  showMore()?.querySelector('a')?.focus();
});
addEventListener('hashchange', () => {
  if (location.hash === '#q') arrive();
  else readAddress();
});

const slash = one<HTMLInputElement>('#slash');
slash.checked = !isKeySwitchedOff();
slash.addEventListener('change', () => {
  if (switchKey(slash.checked)) return;
  slash.checked = true;
  said.textContent = 'Your browser does not let this site keep that choice';
});

if (document.activeElement === box) open();
if (location.hash === '#q') arrive();
// What was typed while this script was on its way stays.
else if (location.hash === '' && box.value !== '') void search();
else readAddress();
