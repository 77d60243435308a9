import type { Page } from "@playwright/test";

const counters = new WeakMap<Page, { pressed: number }>();

/**
 * Counts presses of the mouse in the page from now on, over every address it goes to: trusted ones only, so that
 * neither the keyboard nor a script adds one. A press on a label counts once, not again for its field.
 *
 * @returns how many so far
 */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  const counter = counters.get(page) ?? (await listen(page));
  counter.pressed = 0;
  return async () => {
    // What a press told is on its way until the page answers.
    await page.evaluate(() => undefined);
    return counter.pressed;
  };
}

async function listen(page: Page): Promise<{ pressed: number }> {
  const counter = { pressed: 0 };
  counters.set(page, counter);
  await page.exposeFunction("tellPress", () => {
    counter.pressed += 1;
  });
  await page.addInitScript(() => {
    addEventListener(
      "pointerdown",
      ({ isTrusted }) => {
        const tell = Reflect.get(window, "tellPress");
        if (isTrusted && typeof tell === "function") tell();
      },
      true,
    );
  });
  return counter;
}
