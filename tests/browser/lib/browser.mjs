// Debian's Chromium, which talks to the service under test only.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? paths.find(existsSync),
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

// A visitor: cookies of their own, German, and no JavaScript unless asked for.
export async function visitor(browser, base, { viewport = WIDE, javaScript = false } = {}) {
  const context = await browser.newContext({
    baseURL: base,
    viewport,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  // Nothing may be loaded from anywhere else.
  const strangers = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(base) && !/^(data|about|blob):/.test(request.url())) strangers.push(request.url());
  });
  const failures = [];
  context.on('response', (response) => {
    if (response.status() >= 500) failures.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  const page = await context.newPage();
  return { context, page, strangers, failures };
}
