// The coordinator changes the pool by keyboard: a rule, a text, a table in and out again.
import { check } from '../lib/count.mjs';
import { menu } from './coordinator.mjs';

const save = (keys) => keys.go(keys.page.locator('main .btn.main'));

// Valid from a day, the harm is shown, saved, taken back.
export async function rule(keys) {
  const { page } = keys;
  await menu(keys, '/desk/rules');
  await keys.go(page.locator('main a[href^="/desk/rules/dispatch"]'));
  if ((await page.locator('#policy').count()) === 0) await keys.go(page.locator('main .reqs a'));
  await keys.type(page.locator('#wave_minutes'), '0');
  await save(keys);
  await keys.errors('a rule with an impossible number');
  await keys.type(page.locator('#wave_minutes'), '60');
  await keys.choose(page.locator('#policy'), 'broadcast');
  await keys.type(page.locator('#from_day'), '5.5.2027');
  await save(keys);
  const harm = await page.locator('main .note li').allInnerTexts();
  check(`${keys.pass}: it says what the change would hurt`, harm.length > 0);
  await keys.go(page.locator('main form button'));
  const saved = page.url();
  const said = await page.locator('main [role=status]').first().innerText();
  check(`${keys.pass}: the rule waits for its day`, /saved=/.test(saved) && /5\.\sMai|05\.05\.2027/.test(said), `${saved}\n${said}`);
  await keys.go(page.locator('main [role=status] form[action$="/undo"] button'));
  // Nothing is deleted: a newer line takes it back.
  check(`${keys.pass}: and is taken back`, /saved=/.test(page.url()) && page.url() !== saved, page.url());
}

export async function text(keys) {
  const { page } = keys;
  await menu(keys, '/desk/texts');
  await keys.type(page.locator('#search'), 'Ist der Termin nicht mehr');
  await keys.next(() => page.keyboard.press('Enter'));
  await keys.go(page.locator('main .reqs a'));
  const before = await page.locator('#text').inputValue();
  await keys.type(page.locator('#text'), '');
  await save(keys);
  await keys.errors('an empty text');
  const words = 'Brauchen Sie den Termin nicht mehr? Dann sagen Sie bitte früh ab.';
  await keys.type(page.locator('#text'), words);
  await keys.go(page.locator('main button[formaction$="/preview"]'));
  check(`${keys.pass}: the preview shows the new words`, (await page.locator('#preview').innerText()).includes(words));
  await save(keys);
  check(`${keys.pass}: the text is saved`, (await page.locator('#text').inputValue()) === words);
  await keys.go(page.locator('main form[action$="/undo"] button'));
  check(`${keys.pass}: and taken back`, (await page.locator('#text').inputValue()) === before);
}

// One district is misspelt: the page asks.
const TABLE = `Einrichtung;Bereich;Straße;PLZ;Ort;Stadtteil;Ansprechperson;E-Mail;Telefon
Kita Tastenweg;Kita;Tastenweg 1;48161;Münster;Gievenbek;Jule Feldmann;feldmann@kita-tastenweg.example;0251 555 0721
`;

async function waitFor(keys, state) {
  const again = keys.page.locator('main progress');
  for (let times = 0; times < 30 && (await again.count()) > 0; times += 1) {
    await keys.page.waitForTimeout(300);
    await keys.go(keys.page.locator('main p > a[href^="/desk/imports/"]'));
  }
  check(`${keys.pass}: the import is ${state}`, (await again.count()) === 0);
}

export async function bringIn(keys) {
  const { page } = keys;
  await menu(keys, '/desk/imports');
  await save(keys);
  await keys.errors('an import without a file');
  await keys.pick(page.locator('input[name=kind][value=institutions]'));
  await keys.to(page.locator('#file'));
  // The browser's own window begins here; it is the browser's to be used by keyboard.
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  await (await chooser).setFiles({ name: 'tasten.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await save(keys);
  await keys.choose(page.locator('main select').last(), '');
  await keys.choose(page.locator('main select').last(), 'phone');
  await save(keys);
  await waitFor(keys, 'checked');
  await save(keys);
  await keys.pick(page.locator('main fieldset input[type=radio]').first());
  await save(keys);
  if (/\/doubts$/.test(new URL(page.url()).pathname)) await keys.go(page.locator('main p > a[href^="/desk/imports/"]'));
  await keys.go(page.locator('#confirmation button'));
  await waitFor(keys, 'written');
  await keys.go(page.locator('#undoing button'));
  await waitFor(keys, 'undone');
  check(`${keys.pass}: nothing of it is left to undo`, (await page.locator('#undoing').count()) === 0);
}

export async function takeOut(keys) {
  const { page } = keys;
  await menu(keys, '/desk/exports');
  await keys.pick(page.locator('input[name=what][value=institutions]'));
  await keys.pick(page.locator('input[name=format][value=csv]'));
  await keys.to(page.locator('main .btn.main'));
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await download;
  check(`${keys.pass}: a table is taken out`, /\.csv$/.test(file.suggestedFilename()), file.suggestedFilename());
}
