import type { FrameLocator } from 'playwright-core';

/** WCAG 2.2, success criterion 1.4.3, for text of ordinary size. */
const least = 4.5;

/** Texts of a page whose contrast with their background is too low, with the contrast; disabled buttons may have less. */
export function findLowContrast(page: FrameLocator): Promise<string[]> {
  return page.locator('body').evaluate((body, limit) => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const read = (colour: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const put = ([r, g, b, alpha]: Colour, [r0, g0, b0]: Colour): Colour => {
      const mix = (one: number, other: number): number => one * alpha + other * (1 - alpha);
      return [mix(r, r0), mix(g, g0), mix(b, b0), 1];
    };
    const light = (colour: Colour): number => {
      const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(colour[0] / 255) + 0.7152 * linear(colour[1] / 255) + 0.0722 * linear(colour[2] / 255);
    };
    const behind = (element: Element | null): Colour =>
      element === null ? [255, 255, 255, 1] : put(read(getComputedStyle(element).backgroundColor), behind(element.parentElement));
    const found: string[] = [];
    for (const element of body.querySelectorAll<HTMLElement>('*')) {
      const text = [...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : []));
      if (text.join('').trim() === '' || element.matches(':disabled, script, style') || !element.checkVisibility()) continue;
      const back = behind(element);
      const [one, other] = [light(put(read(getComputedStyle(element).color), back)), light(back)];
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (contrast < limit) found.push(`${contrast.toFixed(2)} ${text.join('').trim().slice(0, 40)}`);
    }
    return found;
  }, least);
}
