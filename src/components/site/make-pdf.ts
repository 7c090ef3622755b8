/** Makes PDF files. Loaded only when somebody asks for one: it is larger than any page, and fetches its fonts. */
import * as addresses from 'virtual:record-fonts';

import { toPdfFile, type PdfFonts } from '../../records/exporters/pdf.ts';
import type { FileContent } from '../../records/file-content.ts';

/** A font from this site. @throws Error where it does not come; it can then be tried again. */
async function fetchFont(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

async function fetchFonts(): Promise<PdfFonts> {
  const [serif, strong, label] = await Promise.all([
    fetchFont(addresses.serif),
    fetchFont(addresses.strong),
    fetchFont(addresses.label),
  ]);
  return { serif, strong, label };
}

/** The whole PDF of a record or a text. @throws Error where a font does not come; it can then be tried again. */
export async function makePdf(content: FileContent): Promise<Uint8Array<ArrayBuffer>> {
  return toPdfFile(content, await fetchFonts());
}
