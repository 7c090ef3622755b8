import { ERASED, PREFIX } from '../storage/presence.ts';
import { NO_SLASH } from '../storage/search-key.ts';

/**
 * The only script of a reading page. It keeps the site for offline use, opens the search at the press of “/”, unless that
 * was switched off there, erases what this tab keeps when another erases everything, and copies the citation of a
 * clause when its strength word is followed. The root of the site is read from the page, so that the text, and its
 * hash, is the same on all.
 */
export const pageScript = `{const d=document,r=d.documentElement.dataset.root;
if("serviceWorker"in navigator&&location.protocol!="file:")addEventListener("load",()=>navigator.serviceWorker.register(r+"sw.js").catch(()=>{}));
addEventListener("keydown",e=>{if(e.key!="/"||e.ctrlKey||e.metaKey||e.altKey||e.target.closest("input,textarea,select"))return;
try{if(localStorage["${NO_SLASH}"])return}catch{}e.preventDefault();location=r+"search/#q"});
addEventListener("storage",e=>{if(e.key=="${ERASED}")for(const k in sessionStorage)k.startsWith("${PREFIX}")&&delete sessionStorage[k]});
addEventListener("click",e=>{const c=navigator.clipboard,a=e.target.closest?.("a.strength"),t=x=>{const s=d.getElementById("said");if(s)s.textContent=x};
if(a&&c)c.writeText(d.querySelector("h1").textContent.trim()+", "+a.hash.slice(1)+" ("+a.firstChild.data.trim()+"): "+a.href).then(()=>{a.dataset.copied="";
t("Citation copied");setTimeout(()=>{delete a.dataset.copied;t("")},2500)},()=>t("Not copied"))})}`;
