/**
 * Waits until nothing is being pressed. What is said at the very press that leaves a box would move the button from
 * under the finger, and the press would be lost.
 */
let pressed = false;

if (typeof addEventListener === 'function') {
  addEventListener('pointerdown', () => (pressed = true), true);
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (pressed = false), true);
}

/** Runs at once, or once the press under way is over and has been heard. */
export function afterPress(run: () => void): void {
  if (pressed) addEventListener('pointerup', () => setTimeout(run), { once: true });
  else run();
}
