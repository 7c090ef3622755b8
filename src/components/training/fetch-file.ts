/** Fetches what a page of the training works with: one file, the same whatever is chosen. @throws Error when it does not come. */
export async function fetchFile<File>(address: string): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return (await response.json()) as File;
}
