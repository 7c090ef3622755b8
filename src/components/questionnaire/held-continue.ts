/** How long after a press of Continue it is said that the page has not come alive. Milliseconds. */
const PATIENCE = 4000;

/**
 * Holds a Continue that is pressed before the page has come alive; the island honours it, however late it comes. It
 * also lets an early press of Enter do no harm: forms of this site are never sent anywhere. Where the island’s scripts
 * do not come, it shows the first question whatever is known, and what can be done instead, and takes whoever pressed Continue there.
 */
export const heldContinueScript = `{const r=document.documentElement,n=document.getElementById("late"),late=()=>{if(!r.dataset.asks){n.hidden=false;delete r.dataset.first;if(r.dataset.heldContinue)n.focus()}};
addEventListener("submit",e=>{if(r.dataset.asks)return;e.preventDefault();r.dataset.heldContinue="yes";setTimeout(late,n.hidden?${PATIENCE}:0)},true);
setTimeout(late,${3 * PATIENCE})}`;
