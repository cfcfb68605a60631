// Every page that the table of routes lets somebody see, found by following links from where they start:
// node walk.mjs http://127.0.0.1:8080 [role …]. Each is looked at once, as that role.
import { readFileSync } from 'node:fs';
import { audit } from './lib/audit.mjs';
import { launch, visitor } from './lib/browser.mjs';
import { check, finish, step } from './lib/count.mjs';
import { mails } from './lib/mailbox.mjs';
import { press } from './lib/request.mjs';

const base = process.argv[2].replace(/\/$/, '');
const COLUMNS = ['nobody', 'volunteer', 'stranger', 'half', 'contact', 'coordinator'];
const MOST_PAGES = 1500;

// So many pages of a kind: not every volunteer's page links to everything.
const MOST_OF_A_KIND = 12;
// Links of mails: the first may be used up.
const LINKS_OF_A_KIND = 4;

// Only a POST or a mail of this minute leads there; journey.mjs and monday.mjs look at them. The rest are no pages.
const ELSEWHERE = [
  /^\/healthz$/, /^\/readyz$/, /^\/static\//, /^\/sign-in\//, /\.ics$/, /^\/c\//, /\.csv$/, /\.json$/,
  // Its form stands on the page of the request.
  /^\/requests\/[^/]+\/question$/,
  // The form's steps: each one's POST leads to the next, also for callers.
  /\/drafts\/[^/]+\/(conversation|when|where|referral)$/,
];
// A mail as mail programs show it: not one of our pages.
const NO_PAGE = /^(\/mailbox\/[^/]+|\/desk\/texts\/[^/]+\/[^/]+)\/html(\?|$)/;

const routes = readFileSync(new URL('../walk/routes.txt', import.meta.url), 'utf8').split('\n')
  .filter((line) => line.startsWith('GET '))
  .map((line) => line.split(/\s+/))
  .map(([, pattern, ...cells]) => ({
    pattern,
    matches: new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\{[^}]*\}/g, '[^/]+')}$`),
    // A fixed word beats a parameter: /desk/volunteers/new is not a volunteer.
    parameters: pattern.split('{').length,
    shown: Object.fromEntries(COLUMNS.map((role, at) => [role, cells[at] === '200'])),
  }))
  .sort((a, b) => a.parameters - b.parameters);

// The slip that is looked at is in Arabic, from right to left.
const languageOf = (pattern) => (pattern === '/s/{token}' ? 'ar' : 'de');
const routeOf = (path) => routes.find((route) => route.matches.test(path));
const browser = await launch();

async function linksOf(page) {
  const found = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.href));
  // Another language stays for the rest of the visit, and the words below are German.
  return found.filter((href) => href.startsWith(base) && !/[?&]lang=/.test(href))
    .map((href) => href.slice(base.length).split('#')[0]);
}

async function walk(role, who, starts) {
  const queue = [...starts];
  const queued = new Set(queue);
  const seen = new Map();
  let opened = 0;
  while (queue.length > 0 && opened < MOST_PAGES) {
    const path = queue.shift();
    const route = routeOf(path.split('?')[0]);
    if (!route || ELSEWHERE.some((skip) => skip.test(path.split('?')[0]))) continue;
    // A link that first asks to sign in is another role's, and what everybody may open is looked at as nobody.
    if (!route.shown[role] || (role !== 'nobody' && route.shown.nobody)) continue;
    const count = seen.get(route.pattern) ?? 0;
    if (count >= MOST_OF_A_KIND) continue;
    opened += 1;
    const response = await who.page.goto(path);
    // A mailed link may have ended since; another one of its kind is looked at then.
    if (response.status() === 410 && starts.includes(path)) continue;
    seen.set(route.pattern, count + 1);
    check(`${role} ${path}: opens`, response.status() === 200, String(response.status()));
    if (count === 0 && !NO_PAGE.test(path)) {
      const name = `${role}${route.pattern.replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')}` || `${role}-start`;
      await audit(browser, base, name, path, await who.context.cookies(), languageOf(route.pattern));
    }
    for (const link of await linksOf(who.page)) {
      if (queued.has(link)) continue;
      queued.add(link);
      queue.push(link);
    }
  }
  for (const route of routes.filter((one) => one.shown[role] && !ELSEWHERE.some((skip) => skip.test(one.pattern)))) {
    // Whoever has a role may open what everybody may; that was looked at as nobody.
    if (role !== 'nobody' && route.shown.nobody) continue;
    check(`${role}: a link leads to ${route.pattern}`, seen.has(route.pattern));
  }
}

async function enter(name) {
  const who = await visitor(browser, base);
  await who.page.goto('/demo');
  await press(who.page, name);
  return who;
}

const roles = process.argv.slice(3);
const as = (role, look) => (roles.length === 0 || roles.includes(role) ? step(role, look) : undefined);

await as('nobody', async () => {
  const who = await visitor(browser, base);
  // The demo sends newcomers to its doors; whoever was signed in once sees the start page.
  await who.context.addCookies([{ name: 'sprachpool_session', value: 'over', url: base }]);
  // A form's thanks: nothing but the form leads there.
  const starts = ['/', '/demo', '/register/received'];
  for (const mail of await mails(who.page)) {
    await who.page.goto(mail);
    const links = await linksOf(who.page);
    for (const path of links.filter((link) => /^\/[a-z]\//.test(link))) {
      const alike = starts.filter((known) => known.slice(0, 3) === path.slice(0, 3));
      if (alike.length < LINKS_OF_A_KIND && !alike.includes(path)) starts.push(path);
    }
  }
  // The Kita sends a family the link to its slip, in Arabic.
  const kita = await enter('Als Kita eintreten');
  await kita.page.goto('/requests?when=coming&language=ar');
  await kita.page.locator('.reqs h3 a').first().click();
  await kita.page.getByRole('link', { name: 'Zettel für die Familie' }).click();
  await press(kita.page, 'Link erstellen');
  starts.push((await linksOf(kita.page)).find((link) => link.startsWith('/s/')));
  await kita.context.close();
  await walk('nobody', who, starts);
});
await as('contact', async () => {
  const who = await enter('Als Kita eintreten');
  // Something begun, so that the list leads to its form.
  await press(who.page, 'Neue Anfrage');
  await who.page.getByLabel('Welche Sprache brauchen Sie?').fill('Dari');
  await who.page.getByLabel('Was ist der Anlass?').selectOption({ label: 'Gespräch mit Eltern' });
  await press(who.page, 'Weiter');
  await walk('contact', who, ['/requests']);
});
await as('volunteer', async () => walk('volunteer', await enter('Als Sprachmittlerin eintreten'), ['/me']));
await as('coordinator', async () => {
  // A volunteer speaks one more language: the desk is to look at it.
  const hers = await enter('Als Sprachmittlerin eintreten');
  await hers.page.goto('/me/languages');
  await hers.page.getByLabel('Sprache', { exact: true }).selectOption({ label: 'Tadschikisch' });
  await hers.page.getByLabel('Wie gut sprechen Sie sie?').selectOption({ index: 2 });
  await press(hers.page, 'Absenden');
  await hers.context.close();
  await walk('coordinator', await enter('Als Koordinatorin eintreten'), ['/desk', '/desk/requests?state=searching', '/desk/requests?state=unfilled']);
});

await browser.close();
finish();
