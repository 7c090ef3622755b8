/** How the windows of one browser that lead a session talk to each other, and which of several leads. */
import { readSent, type Led } from '../../records/led-session.ts';
import { PREFIX } from '../../storage/presence.ts';
import { attempt } from '../../storage/refusals.ts';

export type Part = 'leader' | 'room';

interface From {
  /** Which window it comes from. */
  readonly from: string;
  readonly as: Part;
}

export type Message =
  | { readonly say: 'hello' }
  /** The session as this window has it. `since`: when it began to lead, if it leads. */
  | { readonly say: 'state'; readonly led: Led; readonly since?: number }
  /** This window has shown a change. */
  | { readonly say: 'seen'; readonly revision: number }
  /** From now on this window leads, whoever did before. */
  | { readonly say: 'lead'; readonly led: Led }
  /** Everything was erased. */
  | { readonly say: 'gone' }
  | { readonly say: 'bye' };

export type Said = From & Message;

/** Another window sent what this version of the site does not know. */
export interface NotKnown {
  readonly say: 'not-known';
}

const isFrom = (value: object): value is From & { readonly say: string } =>
  'from' in value &&
  typeof value.from === 'string' &&
  'as' in value &&
  (value.as === 'leader' || value.as === 'room') &&
  'say' in value &&
  typeof value.say === 'string';

/** Reads what another window said: it may be of an older or a newer version of this site. */
export function readSaid(value: unknown): Said | NotKnown {
  if (typeof value !== 'object' || value === null || !isFrom(value)) return { say: 'not-known' };
  const { from, as, say } = value;
  switch (say) {
    case 'hello':
    case 'gone':
    case 'bye':
      return { from, as, say };
    case 'seen':
      return 'revision' in value && typeof value.revision === 'number'
        ? { from, as, say, revision: value.revision }
        : { say: 'not-known' };
    case 'state':
    case 'lead': {
      const led = 'led' in value ? readSent(value.led) : undefined;
      if (led === undefined) return { say: 'not-known' };
      if (say === 'lead') return { from, as, say, led };
      const since = 'since' in value && typeof value.since === 'number' ? value.since : undefined;
      return { from, as, say, led, ...(since === undefined ? {} : { since }) };
    }
    default:
      return { say: 'not-known' };
  }
}

/** Of two windows that lead, the one that has led for less time gives way; of two that began at once, one of them. */
export const givesWay = (
  own: { readonly since: number; readonly from: string },
  other: { readonly since: number; readonly from: string },
): boolean => own.since > other.since || (own.since === other.since && own.from > other.from);

/**
 * Which of two states holds when the other window has sent its own. The later one does; of two that are level, and of two
 * different sessions, the leader’s.
 */
export function whichHolds(own: Led | undefined, sent: Led, as: Part): 'own' | 'sent' | 'level' {
  if (own === undefined) return 'sent';
  if (own.run !== sent.run) return as === 'room' ? 'sent' : 'own';
  if (own.revision !== sent.revision) return own.revision < sent.revision ? 'sent' : 'own';
  return as === 'room' ? 'sent' : 'level';
}

export interface Link {
  say(message: Message): void;
  close(): void;
}

/** Opens the line. Without one a window works alone. */
export function openLink(own: From, hear: (said: Said | NotKnown) => void): Link {
  const channel = attempt(() => new BroadcastChannel(`${PREFIX}led-session`));
  if (channel !== undefined) channel.onmessage = ({ data }: MessageEvent<unknown>) => hear(readSaid(data));
  return {
    say: (message) => attempt(() => channel?.postMessage({ ...message, ...own })),
    close: () => channel?.close(),
  };
}
