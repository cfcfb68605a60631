// The Kita by keyboard: from signing in to "found", list and calendar, the same again, the family's slip.
import { check } from '../lib/count.mjs';
import { mailWith } from '../lib/mailbox.mjs';

export const KITA = 'leitung@kita-sonnenblume.example';

// With a wrong address and a wrong code first. `reader` looks into the mailbox.
export async function signIn(keys, reader, address, old) {
  const { page } = keys;
  await keys.open('/sign-in');
  await keys.type(page.locator('#email'), 'niemand');
  await keys.next(() => page.keyboard.press('Enter'));
  await keys.errors(`${address} signs in with a wrong address`);
  await keys.type(page.locator('#email'), address);
  await keys.next(() => page.keyboard.press('Enter'));
  await keys.type(page.locator('#code'), '000000');
  await keys.go(page.locator('main form .btn.main'));
  await keys.errors(`${address} signs in with a wrong code`);
  const { text } = await mailWith(reader.page, ['Anmeldung', address], undefined, { old });
  await keys.type(page.locator('#code'), text.match(/\b\d{6}\b/)[0]);
  await keys.next(() => page.keyboard.press('Enter'));
}

const forth = (keys) => keys.go(keys.page.locator('main form .btn.main'));

// The form's example is a day two weeks ahead; `later` days after that, at `hour`.
async function when(keys, later, hour) {
  const { page } = keys;
  const [day, month, year] = (await page.locator('#date-hint').innerText()).match(/\d+/g).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day + later));
  await keys.type(page.locator('#day'), String(date.getUTCDate()));
  await keys.type(page.locator('#month'), String(date.getUTCMonth() + 1));
  await keys.type(page.locator('#year'), String(date.getUTCFullYear()));
  await keys.type(page.locator('#start'), `${hour}:00`);
  await keys.type(page.locator('#end'), `${hour + 1}:00`);
}

async function send(keys) {
  const { page } = keys;
  await keys.tick(page.locator('#rules'));
  await forth(keys);
  check(`${keys.pass}: the request has a page`, /^\/requests\/[0-9a-f-]{36}$/.test(new URL(page.url()).pathname), page.url());
}

// A request for Dari; gives its path.
export async function ask(keys, later) {
  const { page } = keys;
  await keys.go(page.locator('main form[action="/requests/drafts"] .btn'));
  await forth(keys);
  await keys.errors('a request without language');
  await keys.type(page.locator('#language'), 'Dari');
  await keys.choose(page.locator('#occasion'), 1);
  await keys.pick(page.locator('input[name=gender_wish][value=preferred]'));
  await keys.pick(page.locator('input[name=gender_wish][value=none]'));
  await forth(keys);
  await when(keys, later, 9);
  await keys.type(page.locator('#month'), '13');
  await forth(keys);
  await keys.errors('a request in the thirteenth month');
  await when(keys, later, 9);
  // Another possible day stands folded.
  await keys.unfold(page.locator('main details summary'));
  check(`${keys.pass}: another day unfolds`, await page.locator('#alt_day').isVisible());
  await keys.unfold(page.locator('main details summary'));
  await forth(keys);
  await keys.pick(page.locator('input[name=site]').first());
  await keys.type(page.locator('#meeting_point'), 'Haupteingang');
  await keys.type(page.locator('#remarks'), 'Bitte klingeln.');
  await forth(keys);
  await forth(keys);
  await keys.errors('a request without the rules');
  await send(keys);
  return new URL(page.url()).pathname;
}

export async function look(keys, path) {
  const { page } = keys;
  await keys.go(page.locator('.top nav a[href="/requests"]'));
  await keys.unfold(page.locator('main details summary'));
  await keys.choose(page.locator('#language'), 1);
  await keys.go(page.locator('main details .btn'));
  check(`${keys.pass}: the list is narrowed`, page.url().includes('language='), page.url());
  await keys.go(page.locator('.top nav a[href="/requests"]'));
  await keys.go(page.locator('.views a[href*="when="]'));
  await keys.go(page.locator('.views a[href^="/requests/calendar"]'));
  await keys.go(page.locator('main a[rel=next]'));
  await keys.go(page.locator('main a[rel=prev]'));
  await keys.go(page.locator('.month li a'));
  check(`${keys.pass}: the calendar leads to a request`, /^\/requests\/[0-9a-f-]{36}$/.test(new URL(page.url()).pathname), page.url());
  await keys.go(page.locator('a.back'));
  // Not every list is short enough to show it; its own page is where the mail leads.
  await keys.open(path);
}

export async function slip(keys) {
  const { page } = keys;
  await keys.go(page.locator('main a[href$="/slip"]'));
  await keys.choose(page.locator('#text'), 'ar');
  await keys.go(page.locator('main form.row .btn'));
  // Dari was asked for: another language is asked back about.
  await keys.go(page.locator('main button[name=anyway]'));
  check(`${keys.pass}: the slip reads from right to left`, (await page.locator('.slip').getAttribute('dir')) === 'rtl');
  await keys.go(page.locator('main form[action$="/slip/links"] .btn'));
  const link = await page.locator('.slip-links .reqs a').first().getAttribute('href');
  await keys.go(page.locator('.slip-links .reqs a'));
  check(`${keys.pass}: the family's link opens`, page.url().endsWith(new URL(link, page.url()).pathname), page.url());
  // The browser's own way back; its keys are the browser's.
  await keys.next(() => page.goBack());
  const before = await page.locator('.slip-links .reqs li').count();
  await keys.go(page.locator('.slip-links form[action$="/revocation"] button'));
  check(`${keys.pass}: the link is taken back`, (await page.locator('.slip-links .reqs li').count()) === before - 1);
  await keys.go(page.locator('a.back'));
}

export async function again(keys, later) {
  const { page } = keys;
  await keys.go(page.locator('main form[action$="/repetition"] button'));
  for (let steps = 0; steps < 4 && (await page.locator('#rules').count()) === 0; steps += 1) {
    if ((await page.locator('#day').count()) > 0) await when(keys, later, 14);
    await forth(keys);
  }
  await send(keys);
}

export async function cancel(keys) {
  const { page } = keys;
  await keys.go(page.locator('main a[href$="/cancellation"]'));
  await forth(keys);
  await keys.errors('a cancellation without a reason');
  await keys.pick(page.locator('input[name=reason]').first());
  await forth(keys);
  check(`${keys.pass}: the request is cancelled`, /abgesagt/.test(await page.locator('h1').innerText()));
}
