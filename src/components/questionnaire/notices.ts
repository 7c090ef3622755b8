/** What the person is told when storage or the network does not do as they would expect. */
import type { NoticeId } from './session.svelte.ts';

export interface Notice {
  readonly text: string;
  /** True for what needs doing. */
  readonly strong: boolean;
}

export const notices: Readonly<Record<NoticeId, Notice>> = {
  full: {
    text: 'This browser has no room left to keep your answers. You can go on, but they will be lost when this tab closes: download them, or finish and download the record.',
    strong: true,
  },
  denied: {
    text: 'This browser does not let the site keep your answers, as in some private windows. You can go on, but they will be lost when this tab closes or is refreshed: download them before you stop.',
    strong: true,
  },
  elsewhere: {
    text: 'These answers were changed or erased in another tab since you opened them here. Nothing has been overwritten. Choose which to keep.',
    strong: true,
  },
  'older-version': {
    text: 'These answers were given to another version of these questions. Answers that no longer fit are asked again.',
    strong: true,
  },
  'partly-read': {
    text: 'Part of what was kept here could not be read. All the rest is here. Left out:',
    strong: true,
  },
  'partly-kept': {
    text: 'Part of what stands here could not be kept, because it could not be read again. All the rest is kept. Left out:',
    strong: true,
  },
  'words-missing': {
    text: 'The next questions could not be loaded. Your answers are safe on this page: check your connection, then press Continue again.',
    strong: true,
  },
  'campaign-changed': {
    text: 'Your campaign was changed in another tab. An answer that was taken from it here is another there now: look at it again under “Check your answers”.',
    strong: true,
  },
  'use-gone': {
    text: 'This use was taken off your campaign in another tab. You can go on all the same, and download the record.',
    strong: true,
  },
  erased: { text: 'Everything that this site kept in this browser has been erased.', strong: false },
  'not-erased': {
    text: 'This browser did not let the site erase everything. Close the other tabs of this site and press the button again, or clear this site’s data in the browser’s settings.',
    strong: true,
  },
  kept: { text: 'Your answers are now kept on this device until you erase them.', strong: false },
};
