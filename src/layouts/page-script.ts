import { ERASED, PREFIX } from '../storage/presence.ts';
import { NO_SLASH } from '../storage/search-key.ts';

/**
 * The only script of a reading page. It has the site kept for use without a network, or says that this waits where the
 * browser saves data, opens the search at the press of “/”, unless that was switched off there, erases what this tab
 * keeps when another erases everything, and copies the citation of a clause when its strength word is followed. The
 * root of the site is read from the page, so that the text, and its hash, is the same on all. To fit
 * into a kilobyte, it reaches elements as browsers name them by their ids. A file on disk gets no worker: that registering
 * one fails there is all there is to it.
 */
export const pageScript = `{const d=document,r=d.documentElement.dataset.root,n=navigator,w=n.serviceWorker,s=n.connection?.saveData;
w&&addEventListener("load",()=>w.register(r+"sw.js").then(()=>w.ready).then(g=>g.active.postMessage({saves:s}),()=>{}));saves.hidden=!s;
addEventListener("keydown",e=>{if(e.key!="/"||e.ctrlKey||e.metaKey||e.altKey||e.target.closest("input,textarea,select"))return;
try{if(localStorage["${NO_SLASH}"])return}catch{}e.preventDefault();location=r+"search/#q"});
addEventListener("storage",e=>{if(e.key=="${ERASED}")for(const k in sessionStorage)k.startsWith("${PREFIX}")&&delete sessionStorage[k]});
addEventListener("click",e=>{const c=n.clipboard,a=e.target.closest?.("a.strength"),t=x=>{said.textContent=a.dataset.copied=x;setTimeout(()=>{delete a.dataset.copied;said.textContent=""},2500)};
if(a&&c)c.writeText(d.querySelector("h1").textContent.trim()+", "+a.hash.slice(1)+" ("+a.firstChild.data.trim()+"): "+a.href).then(()=>t(" copied"),()=>t(" not copied"))})}`;
