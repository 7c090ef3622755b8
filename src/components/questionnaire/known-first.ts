/**
 * What is painted first where the first question of a page is answered already: by the campaign that the use belongs
 * to, or by answers that this browser keeps. The page as it is served asks the first question, and nobody is to see
 * that for a moment and then lose it.
 */
import type { Reading } from '../../engine/reading.ts';
import { HOLDS_FOR } from '../../questionnaires/holds-for.ts';
import type { QuestionWords, Words } from '../../records/words.ts';
import { CAMPAIGN, CHOSEN, draftKey, KNOWN_FIRST } from '../../storage/presence.ts';

/** A question that can be asked before the session has come. */
export interface EarlyQuestion {
  readonly question: ReturnType<Reading['question']>;
  readonly offered: readonly string[];
  readonly words: QuestionWords;
}

export interface KnownFirst {
  /** Kind of campaigner → what the page says of it. */
  readonly said: Readonly<Record<string, string>>;
  /** What is asked of all of them next; absent where that differs, or where more may be known of it. */
  readonly second?: EarlyQuestion;
}

/** What a campaign can know of a questionnaire’s first question; undefined where that is not who campaigns. */
export function knownFirst(reading: Reading, words: Words): KnownFirst | undefined {
  const { start } = reading.questionnaire;
  const asked = words.questions[start];
  if (start !== 'who' || asked === undefined) return undefined;
  const eachTime: readonly string[] = HOLDS_FOR[start]?.askedAgainOf ?? [];
  const kinds = reading.offered(reading.start).filter((kind) => !eachTime.includes(kind));
  const said = Object.fromEntries(kinds.map((kind) => [kind, asked.options?.[kind]?.label ?? kind]));
  const replays = kinds.map((kind) => reading.replay({ [start]: kind }));
  const next = replays[0]?.next;
  const nextWords = words.questions[next ?? ''];
  if (next === undefined || nextWords === undefined || HOLDS_FOR[next] !== undefined) return { said };
  const offered = replays[0]?.offered(next) ?? [];
  const alike = replays.every(
    (replay) => replay.next === next && replay.offered(next).join() === offered.join(),
  );
  return alike ? { said, second: { question: reading.question(next), offered, words: nextWords } } : { said };
}

/**
 * Runs before anything of the question is painted. `data-first` on the page becomes `known` where the campaign has said
 * who it is, whose words then stand in the row that comes before the next question; `held` where answers may be kept
 * that only the session can read, so that nothing is shown until it has. A press on “Change” is kept for the island.
 */
export const knownFirstScript = `{const r=document.documentElement,k=document.getElementById("known-first");try{
const S=sessionStorage,u=(/^#(use-[0-9a-f]{16})$/.exec(location.hash)||[])[1]||(history.state||{}).use,t=S["${CAMPAIGN}"],d=localStorage["${CHOSEN}"]=="yes",c=t&&JSON.parse(t),
p=c?[c.who.kind,...c.uses.filter(o=>o.state=="planned").map(o=>o.id)]:(d&&localStorage["${KNOWN_FIRST}"]||"").split(" "),
said=JSON.parse(k.dataset.said),s=Object.hasOwn(said,p[0])&&said[p[0]];
if(S["${draftKey('')}"+(u||k.dataset.id)])r.dataset.first="held";
else if(u&&s&&p.includes(u,1)){r.dataset.first="known";k.querySelector("b").textContent=s;document.getElementById("back").hidden=false}
else if(u||d)r.dataset.first="held"}catch{}
k.querySelector("a").addEventListener("click",e=>{e.preventDefault();r.dataset.change="yes"})}`;
