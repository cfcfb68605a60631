// The main job in a real browser: node journey.mjs http://127.0.0.1:8080
// The journey itself runs without JavaScript; axe looks at every page in a context of its own.
import { audit } from './lib/audit.mjs';
import { launch, PHONE, visitor } from './lib/browser.mjs';
import { check, finish, step } from './lib/count.mjs';
import { mails, mailWith } from './lib/mailbox.mjs';
import { fileRequest, heading, press } from './lib/request.mjs';

const base = process.argv[2].replace(/\/$/, '');
const browser = await launch();
const kita = await visitor(browser, base);
const volunteer = await visitor(browser, base, { viewport: PHONE });
const cora = await visitor(browser, base);
const reader = await visitor(browser, base);

// Looks at the page where somebody is. A page that only a POST shows is looked at where it stands.
const lookAs = (who) => async (name, again = true) => {
  const cookies = await who.context.cookies();
  if (again) await audit(browser, base, name, new URL(who.page.url()).pathname, cookies);
  else await audit(browser, base, name, await who.page.content(), cookies);
};

async function door(who, name) {
  await who.page.goto('/demo');
  await press(who.page, name);
}

async function answer(link, choice, button) {
  await volunteer.page.goto(link);
  await volunteer.page.getByRole('radio', { name: choice }).first().check();
  await press(volunteer.page, button);
}

const lookKita = lookAs(kita);
const lookVolunteer = lookAs(volunteer);

await step('everybody may read the public pages', async () => {
  for (const [name, path] of [['demo', '/demo'], ['start', '/'], ['sign-in', '/sign-in'], ['help', '/help'],
    ['accessibility', '/accessibility'], ['privacy', '/privacy'], ['imprint', '/imprint'], ['not-found', '/nowhere']]) {
    await audit(browser, base, name, path);
  }
});

// The mails of the year before: none of them is meant below.
const old = await mails(reader.page);
const began = Date.now();
const request = await step('the Kita files a request', async () => {
  await door(kita, 'Als Kita eintreten');
  return fileRequest(kita.page, lookKita);
});
if (!request) {
  finish();
  process.exit();
}
const { path, reference } = request;

// A wave may ask one person only; who was asked last year and too late is in the mailbox anyway.
const offer = await step('an offer comes by mail', async () => {
  const first = await mailWith(reader.page, ['Dari', 'Ansehen und antworten'], '/o/', { old });
  await reader.page.goto('/mailbox');
  await lookAs(reader)('mailbox');
  await reader.page.goto(first.mail);
  await lookAs(reader)('mail-offer');
  check('an offer says nothing about street and meeting point', !/Haupteingang|weg \d|straße \d/.test(first.text), first.text);
  return first.link;
});

await step('opening an offer changes nothing; sending it without a choice neither', async () => {
  await volunteer.page.goto(offer);
  await lookVolunteer('offer');
  const text = await volunteer.page.getByRole('main').innerText();
  check('the offer page hides street and remarks', !/Haupteingang|ersten Tage/.test(text), text);
  await press(volunteer.page, 'Antwort senden');
  check('without a choice it asks for one', (await volunteer.page.getByRole('alert').count()) === 1);
  await lookVolunteer('offer-errors', false);
});

await step('the first yes wins', async () => {
  await answer(offer, /^Ja/, 'Antwort senden');
  check('the volunteer is thanked', /Danke/.test(await heading(volunteer.page)), await heading(volunteer.page));
  await lookVolunteer('offer-accepted');
  console.log(`     request to confirmed: ${Math.round((Date.now() - began) / 1000)} s, audits included`);
});

await step('who comes too late reads that the place is taken', async () => {
  let taken = false;
  for (const mail of old) {
    await reader.page.goto(mail);
    const link = reader.page.frames().map((frame) => frame.locator('a[href*="/o/"]').first());
    const links = await Promise.all(link.map(async (one) => ((await one.count()) ? one.getAttribute('href') : null)));
    const found = links.find(Boolean);
    if (!found) continue;
    await volunteer.page.goto(new URL(found, base).pathname);
    taken = /schon vergeben/.test(await heading(volunteer.page));
    if (taken) break;
  }
  check('the link says so', taken);
  await lookVolunteer('offer-taken');
});

const assignment = await step('both sides hear of it', async () => {
  const mail = await mailWith(reader.page, ['Einsatz ansehen', 'Haupteingang'], '/a/', { old });
  await mailWith(reader.page, [reference, 'Sprachmittler*in:']);
  await kita.page.goto(path);
  check('the Kita sees who comes', /hat zugesagt/.test(await heading(kita.page)), await heading(kita.page));
  check('remarks are shown as they were typed', (await kita.page.getByRole('main').innerText()).includes('<svg onload=alert(1)>'));
  await lookKita('request-status-confirmed');
  await volunteer.page.goto(mail.link);
  check('the volunteer sees the meeting point', (await volunteer.page.getByRole('main').innerText()).includes('Haupteingang'));
  await lookVolunteer('assignment');
  return mail.link;
});

await step('the volunteer gives it back and the search goes on', async () => {
  await volunteer.page.goto(`${assignment}/withdrawal`);
  await lookVolunteer('withdrawal');
  await answer(`${assignment}/withdrawal`, /^Ja/, 'Entscheidung senden');
  check('that is noted', /zurückgegeben/.test(await heading(volunteer.page)), await heading(volunteer.page));
  await lookVolunteer('assignment-given-back');
  await mailWith(reader.page, [reference, 'Wir suchen neu']);
  await kita.page.goto(path);
  check('the Kita reads that the search goes on', /suchen/.test(await heading(kita.page)), await heading(kita.page));
  check('under the same reference', (await kita.page.getByRole('main').innerText()).includes(reference));
  await lookKita('request-status-searching-again');
});

await step('the Kita cancels and every link is dead', async () => {
  await kita.page.goto(path);
  await kita.page.getByRole('link', { name: 'Anfrage absagen' }).click();
  await lookKita('request-cancellation');
  await kita.page.getByRole('radio').first().check();
  await press(kita.page, 'Anfrage absagen');
  check('the request is cancelled', /abgesagt/.test(await heading(kita.page)), await heading(kita.page));
  await lookKita('request-status-cancelled');
  await volunteer.page.goto(offer);
  check('an offer says so', !/^Haben Sie/.test(await heading(volunteer.page)), await heading(volunteer.page));
  await lookVolunteer('offer-cancelled');
});

await step('the volunteer has a page of their own and can pause', async () => {
  await door(volunteer, 'Als Sprachmittlerin eintreten');
  await volunteer.page.goto('/me');
  await lookVolunteer('volunteer');
  const pause = volunteer.page.locator('main a[href^="/p/"]').first();
  if (await pause.count()) {
    await pause.click();
    await lookVolunteer('pause');
  }
});

await step('the coordinator sees what is to be done', async () => {
  await door(cora, 'Als Koordinatorin eintreten');
  await cora.page.goto('/desk');
  await lookAs(cora)('desk');
  await cora.page.goto('/desk/requests');
  await lookAs(cora)('desk-requests');
  await cora.page.goto(`/desk${path}`);
  check('Cora sees the same request', (await cora.page.getByRole('main').innerText()).includes(reference));
  await lookAs(cora)('desk-request');
  const refused = await kita.page.goto('/desk');
  check('the Kita does not see the desk', refused.status() === 404, String(refused.status()));
});

await step('the demo moves its clock', async () => {
  await reader.page.goto('/demo');
  const before = await reader.page.locator('.demo-bar').innerText();
  await press(reader.page, 'Morgen, 7:00 Uhr');
  const after = await reader.page.locator('.demo-bar').innerText();
  check('it is the next morning', before !== after && /7:0\d\sUhr/.test(after), `${before} → ${after}`);
});

await step('signing in needs a mail', async () => {
  const guest = await visitor(browser, base);
  await guest.page.goto('/requests');
  check('a stranger is asked to sign in', /\/sign-in/.test(guest.page.url()), guest.page.url());
  await guest.page.goto('/sign-in');
  await guest.page.getByLabel(/Mail/).fill('niemand@nirgendwo.example');
  await guest.page.locator('main form button').first().click();
  await lookAs(guest)('sign-in-code', false);
  await guest.context.close();
});

await step('English', async () => {
  const guest = await visitor(browser, base);
  await guest.page.goto('/?lang=en');
  check('the page speaks English', (await guest.page.locator('html').getAttribute('lang')) === 'en');
  await guest.context.close();
});

for (const [name, who] of Object.entries({ kita, volunteer, cora, reader })) {
  check(`${name}: no answer was a 5xx`, who.failures.length === 0, who.failures.join('\n'));
  check(`${name}: nothing was loaded from elsewhere`, who.strangers.length === 0, who.strangers.join('\n'));
}
await browser.close();
finish();
