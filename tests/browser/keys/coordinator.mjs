// The coordinator by keyboard: the second factor, the worklist, a waiting check, the week, the search.
import { check } from '../lib/count.mjs';
import { totp } from '../lib/totp.mjs';

export const CORA = 'cora.brandt@sprachpool.example';

const MONTHS = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];

// The code for half a minute past what the demo's clock shows is right during all of that minute.
async function codeNow(page, secret) {
  const text = await page.locator('.demo-bar .num').innerText();
  const [, day, month, hour, minute] = text.match(/(\d+)\.\s(\S+),\s(\d+):(\d+)/);
  // The demo's days all lie in that year.
  const local = Date.UTC(2027, MONTHS.indexOf(month), Number(day), Number(hour), Number(minute), 30);
  const berlin = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })
    .formatToParts(local).find((part) => part.type === 'timeZoneName').value.match(/\d+/)[0];
  return totp(secret, local - Number(berlin) * 3_600_000);
}

// A code counts once: whoever comes again within the minute waits for the next one, as with the app on a phone.
async function unusedCode(page, { secret, used }) {
  const until = Date.now() + 90_000;
  let code = await codeNow(page, secret);
  while (code === used) {
    if (Date.now() > until) throw new Error('the demo\'s clock stands still');
    await page.waitForTimeout(1_000);
    await page.reload();
    code = await codeNow(page, secret);
  }
  return code;
}

// `app` is what stood at the last sign-in; the first time it is set up. Gives what stands there now.
export async function secondFactor(keys, app) {
  const { page } = keys;
  let secret = app?.secret;
  if (app === undefined) {
    const start = page.locator('main form[action$="/start"] button');
    if ((await start.count()) > 0) await keys.go(start);
    secret = await page.locator('#secret').innerText();
  }
  const code = await unusedCode(page, { secret, used: app?.used });
  await keys.type(page.locator('#code'), '12');
  await keys.go(page.locator('main .btn.main'));
  await keys.errors('a wrong code of the app');
  await keys.type(page.locator('#code'), code);
  await keys.next(() => page.keyboard.press('Enter'));
  if (app === undefined) await keys.go(page.locator('main .btn.main'));
  check(`${keys.pass}: the desk is open`, new URL(page.url()).pathname === '/desk', page.url());
  return { secret, used: code };
}

// By the menu, or by "more", where everything else stands.
export async function menu(keys, path) {
  const { page } = keys;
  await keys.go(page.locator('.top nav a[href="/desk/more"]'));
  await keys.go(page.locator(`main a[href="${path}"]`));
}

export async function task(keys) {
  const { page } = keys;
  await keys.go(page.locator('.top nav a[href="/desk"]'));
  await keys.go(page.locator('.jobs > li > a[href^="/desk/requests/"]'));
  // What has nobody cannot be ticked off, only put off.
  const later = page.locator('.jobs form[action$="/later"] button');
  if ((await later.count()) > 0) {
    await keys.go(later);
  } else {
    const done = page.locator('.jobs form[action$="/completion"] button');
    const before = await done.count();
    await keys.go(done);
    check(`${keys.pass}: one task less`, new URL(page.url()).pathname === '/desk' || (await done.count()) < before, page.url());
  }
  const undo = page.locator('form[action^="/desk/undo/"] button');
  check(`${keys.pass}: it can be taken back`, (await undo.count()) === 1);
  if (await undo.count()) await keys.go(undo);
}

// The request that waits: whichever of the worklist's pages offers to refuse it.
async function onTheWorklist(keys) {
  const { page } = keys;
  await keys.go(page.locator('.top nav a[href="/desk"]'));
  const links = await page.locator('.jobs a[href^="/desk/requests/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const href of new Set(links)) {
    const text = await (await page.request.get(href.split('#')[0])).text();
    if (!text.includes('/check/refusal"')) continue;
    const link = page.locator(`.jobs a[href="${href}"]`);
    if (!(await link.first().isVisible())) await keys.unfold(page.locator('.jobs details', { has: link }).locator('summary'));
    return link;
  }
  return undefined;
}

// Whoever was asked back has not answered yet: that one stands in the list only.
async function inTheList(keys) {
  const { page } = keys;
  await keys.go(page.locator('.top nav a[href="/desk/requests"]'));
  await keys.choose(page.locator('#state'), 'checking');
  await keys.go(page.locator('main form.filter .btn'));
  return page.locator('main :is(table, .reqs, ol, ul) a[href^="/desk/requests/"]');
}

export async function decide(keys, approve) {
  const { page } = keys;
  const link = approve ? await inTheList(keys) : await onTheWorklist(keys);
  check(`${keys.pass}: a check waits`, link !== undefined);
  if (link === undefined) return;
  await keys.go(link);
  if (approve) {
    await keys.go(page.locator('form[action$="/check/approval"] button'));
  } else {
    await keys.go(page.locator('a[href$="/check/refusal"]'));
    await keys.type(page.locator('main textarea'), '');
    await keys.go(page.locator('main .btn.main'));
    await keys.errors('a refusal without words');
    await keys.type(page.locator('main textarea'), 'Dabei dürfen wir nicht helfen. Bitte fragen Sie vereidigte Dolmetscher*innen.');
    await keys.go(page.locator('main .btn.main'));
  }
  check(`${keys.pass}: it is decided`, (await page.locator('a[href$="/check/refusal"]').count()) === 0);
}

export async function week(keys) {
  const { page } = keys;
  await keys.go(page.locator('.top nav a[href="/desk/week"]'));
  await keys.go(page.locator('main a[rel=next]'));
  await keys.go(page.locator('main a[rel=prev]'));
  await keys.choose(page.locator('#state'), 1);
  await keys.go(page.locator('form.filter .btn'));
  check(`${keys.pass}: the week is narrowed`, /state=\w/.test(page.url()), page.url());
  await keys.go(page.locator('main a[href="/desk/week"], main p > a[href^="/desk/week"]'));
  await keys.go(page.locator('.board a'));
  check(`${keys.pass}: an appointment opens`, /^\/desk\/requests\//.test(new URL(page.url()).pathname), page.url());
}

export async function search(keys) {
  const { page } = keys;
  await keys.type(page.locator('#find'), 'ozgur');
  await keys.next(() => page.keyboard.press('Enter'));
  const hit = page.locator('.places a', { hasText: 'Özgür' });
  check(`${keys.pass}: "ozgur" finds Özgür`, (await hit.count()) > 0);
  await keys.go(hit);
  check(`${keys.pass}: and leads there`, /^\/desk\/volunteers\//.test(new URL(page.url()).pathname), page.url());
}
