/** Writes what was kept into a box. An attribute would also take out what was typed before the page came alive. */
export function asKept(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (text !== '') box.value = text;
}
