import type { KeepingNotice } from '../site/keeping-state.svelte.ts';

/** What whoever learns alone has to be told of what is kept. */
export const progressNotices: Readonly<Record<KeepingNotice, string>> = {
  full: 'This browser has no room left to keep what you decide. You can go on, but it will be lost when this tab closes.',
  denied:
    'This browser does not let the site keep what you decide, as in some private windows. You can go on, but it will be lost when this tab closes or is refreshed.',
  elsewhere:
    'What was kept on this device has been erased in another tab. What is on this page lasts as long as this tab.',
  newer:
    'What is kept here of your training was made by a newer version of this site. Load this page again to go on with it. Until then, nothing is kept.',
  damaged:
    'What is kept here of your training cannot be read. You begin anew, and what you decide now takes its place.',
  'partly-read':
    'Part of what is kept here of your training cannot be read, and has been left out. All the rest is here.',
  kept: 'What you decide is now kept on this device until you erase it.',
  erased: 'Everything that this site kept in this browser has been erased.',
  'not-erased':
    'This browser did not let the site erase everything. Close the other tabs of this site and press the button again, or clear this site’s data in the browser’s settings.',
};
