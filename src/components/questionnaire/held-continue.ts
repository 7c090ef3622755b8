/**
 * Holds a Continue that is pressed before the page has come alive; the island honours it. It also lets an
 * early press of Enter do no harm: forms of this site are never sent anywhere.
 */
export const heldContinueScript = `{const r=document.documentElement;addEventListener("submit",e=>{if(r.dataset.asks)return;e.preventDefault();r.dataset.heldContinue="yes"},true)}`;
