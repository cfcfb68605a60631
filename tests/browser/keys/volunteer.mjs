// A volunteer by keyboard: the mailed link, yes and no; then their own page.
import { check } from '../lib/count.mjs';
import { mailWith } from '../lib/mailbox.mjs';

const save = (keys) => keys.go(keys.page.locator('main .btn.main'));

// From the mailbox through the mail to the page of the offer; gives the link.
export async function openOffer(keys, reader, known) {
  const { page } = keys;
  const look = () => mailWith(reader.page, ['Dari', 'Ansehen und antworten'], '/o/', { ...known, patience: 3_000 });
  let found = await look().catch(() => undefined);
  // Whoever is asked next is asked later: the bar moves the demo's clock.
  for (let times = 0; times < 8 && !found; times += 1) {
    await keys.open('/mailbox');
    await keys.go(page.locator('.demo-bar button[value=next]'));
    found = await look().catch(() => undefined);
  }
  const { mail, link } = found ?? (await look());
  await keys.open('/mailbox');
  await keys.go(page.locator(`main a[href="${mail}"]`));
  await keys.go(page.locator(`.mail-text a[href="${link}"]`));
  return link;
}

export async function answer(keys, choice) {
  const { page } = keys;
  await save(keys);
  await keys.errors('an answer without a choice');
  await keys.pick(page.getByRole('radio', { name: choice }));
  await save(keys);
  check(`${keys.pass}: the answer ${choice} is noted`, /Danke/.test(await page.locator('main').innerText()), await page.locator('main').innerText());
}

export async function absence(keys) {
  const { page } = keys;
  await keys.go(page.locator('main a[href="/me/absences"]'));
  const count = () => page.locator('main form[action$="/removal"]').count();
  const before = await count();
  await keys.type(page.locator('#from'), '31.2.2028');
  await save(keys);
  await keys.errors('an absence from a day that does not exist');
  await keys.type(page.locator('#from'), '3.8.2027');
  await keys.type(page.locator('#until'), '5.8.2027');
  await save(keys);
  check(`${keys.pass}: the absence stands there`, (await count()) === before + 1);
  await keys.go(page.locator('main form[action$="/removal"]').last().locator('button'));
  check(`${keys.pass}: and is removed`, (await count()) === before);
  await keys.go(page.locator('a.back'));
}

export async function times(keys) {
  const { page } = keys;
  await keys.go(page.locator('main a[href="/me/times"]'));
  const box = () => page.locator('input[name=free]').nth(5);
  const before = await box().isChecked();
  await keys.tick(box());
  await keys.type(page.locator('input[name=from_7]').first(), 'neun');
  await save(keys);
  await keys.errors('a week with a word for a time');
  await keys.type(page.locator('input[name=from_7]').first(), '');
  await save(keys);
  await keys.open('/me/times');
  check(`${keys.pass}: the week is changed`, (await box().isChecked()) !== before);
  await keys.tick(box());
  await save(keys);
}

export async function settings(keys) {
  const { page } = keys;
  await keys.open('/me');
  await keys.go(page.locator('main a[href="/me/settings"]'));
  await keys.go(page.locator('main a[href="/me/settings/modes"]'));
  for (let boxes = await page.locator('main input[type=checkbox]:checked').count(); boxes > 0; boxes -= 1) {
    await keys.tick(page.locator('main input[type=checkbox]:checked').first());
  }
  await save(keys);
  await keys.errors('no mode at all');
  for (const box of await page.locator('main input[type=checkbox]').all()) await keys.tick(box);
  await save(keys);
  check(`${keys.pass}: the modes are saved`, (await page.locator('main [role=status]').count()) === 1);
}

export async function languages(keys) {
  const { page } = keys;
  await keys.go(page.locator('main a[href="/me/languages"]'));
  await save(keys);
  await keys.errors('no language');
  const language = await page.locator('#language option').last().getAttribute('value');
  await keys.choose(page.locator('#language'), language);
  await keys.choose(page.locator('#level'), 2);
  await save(keys);
  check(`${keys.pass}: the language is wished for`, (await page.locator('#wished li').count()) > 0);
  await keys.go(page.locator(`#wished a[href*="/${language}/"]`));
  await save(keys);
  await keys.errors('a language taken back without saying so');
  await keys.tick(page.locator('#choice'));
  await save(keys);
  check(`${keys.pass}: and taken back`, (await page.locator(`#wished a[href*="/${language}/"]`).count()) === 0);
}

export async function feed(keys) {
  const { page } = keys;
  await keys.open('/me');
  await keys.go(page.locator('main a[href="/me/calendar"]'));
  if ((await page.locator('#address').count()) === 0) await save(keys);
  const address = await page.locator('#address').inputValue();
  await keys.to(page.locator('#address'));
  await keys.go(page.locator('main form[action="/me/calendar"] button'));
  check(`${keys.pass}: another address for the calendar`, (await page.locator('#address').inputValue()) !== address);
  await keys.go(page.locator('main form[action$="/removal"] button'), 'Space');
  check(`${keys.pass}: and none any more`, (await page.locator('#address').count()) === 0);
}

export async function pause(keys) {
  const { page } = keys;
  await keys.open('/me');
  await keys.go(page.locator('main a[href^="/p/"]'));
  await save(keys);
  await keys.errors('a pause without an end');
  await keys.pick(page.locator('input[name=choice][value=days]'));
  await save(keys);
  await save(keys);
  await keys.errors('a pause ended without saying so');
  await keys.pick(page.locator('input[name=choice]'));
  await save(keys);
  check(`${keys.pass}: the pause is over`, (await page.locator('#until').count()) === 1);
}
