// What every page must hold: axe in light and dark, one h1, no sideways scrolling, no broken policy, 100 KB at most.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PHONE, WIDE } from './browser.mjs';
import { check } from './count.mjs';
import { frame } from './stops.mjs';

const pictures = join(process.env.SCREENSHOTS ?? 'target/screenshots');
mkdirSync(pictures, { recursive: true });
const seen = new Set();
const MOST_BYTES = 100 * 1024;

// Looks at a path as the owner of those cookies, in a context of its own with JavaScript, which axe needs.
// A page that only a POST shows is handed in as its HTML.
export async function audit(browser, base, name, pathOrHtml, cookies = [], language = 'de') {
  if (seen.has(name)) return;
  seen.add(name);
  const context = await browser.newContext({
    baseURL: base, locale: 'de-DE', timezoneId: 'Europe/Berlin', viewport: WIDE, reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    const complaints = [];
    page.on('console', (message) => {
      // A page that is about an error has that status on purpose.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    const weights = [];
    page.on('response', (response) => weights.push(response.body().then((body) => body.length, () => 0)));
    if (pathOrHtml.startsWith('/')) {
      await page.goto(pathOrHtml);
    } else {
      const place = `${base}/shown-again`;
      await page.route(place, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: pathOrHtml }));
      await page.goto(place);
    }
    const weight = (await Promise.all(weights)).reduce((sum, bytes) => sum + bytes, 0);
    check(`${name}: weighs at most 100 KB`, weight <= MOST_BYTES, `${Math.round(weight / 1024)} KB`);
    check(`${name}: one h1`, (await page.locator('h1').count()) === 1);
    check(`${name}: says its language`, (await page.locator('html').getAttribute('lang')) === language);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      check(`${name}: axe finds nothing (${colorScheme})`, violations.length === 0, describe(violations));
      await page.screenshot({ path: join(pictures, `${name}-1280-${colorScheme}.png`), fullPage: true });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(PHONE);
    await page.screenshot({ path: join(pictures, `${name}-360.png`), fullPage: true });
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      culprits: [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > 321)
        .slice(0, 4).map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`),
    }));
    check(`${name}: no sideways scrolling at 320`, wide.page <= 320, `${wide.page} px: ${wide.culprits.join(' | ')}`);
    // A window of 1280 by 1024 pixels at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    const zoomed = await page.evaluate(frame);
    const stays = zoomed.width <= 320 && zoomed.stuck <= 256 / 3;
    check(`${name}: fits at 400 %`, stays, `${zoomed.width} px wide, ${zoomed.stuck} px stay: ${zoomed.beyond.join(' | ')}`);
    const small = await page.evaluate(() => [...document.querySelectorAll('button, .btn, summary')]
      .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().height < 24)
      .map((element) => element.textContent.trim()));
    check(`${name}: buttons are large enough to touch`, small.length === 0, small.join(', '));
    check(`${name}: the browser complains of nothing`, complaints.length === 0, complaints.join('\n'));
  } finally {
    await context.close();
  }
}

function describe(violations) {
  return violations
    .map((violation) => `${violation.id}: ${violation.help}\n  ${violation.nodes.slice(0, 3)
      .map((node) => `${node.html.slice(0, 160)}\n    ${(node.failureSummary ?? '').split('\n').slice(1, 3).join(' ')}`).join('\n  ')}`)
    .join('\n');
}
