/** Looks that several tests take in the page. Each runs there alone, and knows nothing of this file. */

/** The lines under everything that a selector finds, each once. */
export function linesUnder(selector: string): string {
  const found = [...document.querySelectorAll(selector)];
  if (found.length === 0) throw new Error(`Nothing is ${selector}.`);
  return [...new Set(found.map((one) => getComputedStyle(one).textDecorationLine))].join();
}
