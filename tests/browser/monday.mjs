// "Your first Monday" of the README: node monday.mjs one|two http://127.0.0.1:8080 FOLDER
// The first part opens the pool and ends with a confirmed appointment. The second is the day after the appointment.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, PHONE, visitor } from './lib/browser.mjs';
import { check, finish, step } from './lib/count.mjs';
import { setUpApp, showApp, signIn } from './lib/enter.mjs';
import { linkOf, mailTo } from './lib/folder.mjs';
import { heading, press } from './lib/request.mjs';

const [part, address, folder] = process.argv.slice(2);
const base = address.replace(/\/$/, '');
const notes = join(folder, 'journey.json');
const offset = Number(process.env.OFFSET) * 1000;
const pool = { base, folder: join(folder, 'mails'), seen: new Set(), now: () => Date.now() + offset };

const browser = await launch();
const cora = await visitor(browser, base);
const kita = await visitor(browser, base);
const volunteer = await visitor(browser, base, { viewport: PHONE });
// What a journey of a person looks for in the page, beside the words.
const main = (who) => who.page.locator('main').innerText();
const follow = (who, name) => who.page.locator('main').getByRole('link', { name }).first().click();

const JANA = 'jana.vogt@sonnenblume.example';
const AMINA = 'amina.rahimi@post.example';
const PEOPLE = [
  { name: 'Amina Rahimi', email: AMINA, gender: 'Frau', language: 'Dari' },
  { name: 'Basir Noori', email: 'basir.noori@post.example', gender: 'Mann', language: 'Dari' },
  { name: 'Elif Yıldız', email: 'elif.yildiz@post.example', gender: 'Frau', language: 'Türkisch' },
];

async function enterInstitution() {
  await cora.page.goto('/desk/institutions');
  await follow(cora, 'Einrichtung anlegen');
  const { page } = cora;
  await page.getByLabel('Name der Einrichtung').fill('Kita Sonnenblume');
  await page.locator('#sector').selectOption({ label: 'Kita' });
  await page.getByLabel('Name des Standorts').fill('Haupthaus');
  await page.getByLabel('Straße und Hausnummer').fill('Parkweg 4');
  await page.getByLabel('Postleitzahl').fill('48149');
  await page.getByLabel('Ort', { exact: true }).fill('Münster');
  await page.locator('#district').selectOption({ label: 'Gievenbeck' });
  await page.getByLabel('Vorname und Nachname').fill('Jana Vogt');
  await page.getByLabel('E-Mail-Adresse').fill(JANA);
  await page.getByLabel('Telefon').fill('0251 555 0142');
  await page.locator('#locale').selectOption({ label: 'Deutsch' });
  await press(page, 'Anlegen und einladen');
  check('the institution may ask', (await main(cora)).includes('Darf anfragen'), await main(cora));
  await mailTo(pool.folder, JANA, ['Kita Sonnenblume'], pool);
}

async function enterVolunteer({ name, email, gender, language }) {
  const { page } = cora;
  await page.goto('/desk/volunteers');
  await follow(cora, 'Neue Person eintragen');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Sprache der Mails und Seiten').selectOption({ label: 'Deutsch' });
  await page.getByLabel('Geschlecht').selectOption({ label: gender });
  await page.getByLabel('Geburtsjahr').fill('1985');
  await page.getByLabel('Wie gut ist das Deutsch?').selectOption({ label: 'C1' });
  await press(page, 'Person eintragen');
  check(`${name} has a page that says what is missing`, (await main(cora)).includes('Das fehlt noch'), await main(cora));
  const home = new URL(page.url()).pathname;

  await page.goto(`${home}/languages`);
  await page.getByLabel('Sprache oder Dialekt').fill(language);
  await page.locator('#new_level').selectOption({ label: 'Erstsprache' });
  await press(page, 'Speichern');
  await page.goto(`${home}/areas`);
  for (const mode of ['Vor Ort', 'Per Telefon']) await page.getByRole('checkbox', { name: mode }).check();
  await press(page, 'Speichern');
  await page.goto(`${home}/times`);
  for (const day of ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag']) {
    for (const box of (await page.getByRole('checkbox', { name: new RegExp(`^${day},`) }).all()).slice(0, 5)) await box.check();
  }
  await press(page, 'Zeiten speichern');
  await page.goto(home);
  check(`nothing is missing for ${name}`, !(await main(cora)).includes('Das fehlt noch'), await main(cora));
  await press(page, 'Begrüßung senden');
  await mailTo(pool.folder, email, ['Willkommen'], pool);
}

async function noteTraining() {
  const { page } = cora;
  for (const kind of ['Grundschulung', 'Erklärung zur Verschwiegenheit']) {
    await page.goto('/desk/qualifications/training');
    await page.locator('#kind').selectOption({ label: kind });
    await page.getByLabel('Tag der Schulung').fill('2027-02-26');
    for (const { name } of PEOPLE) await page.getByRole('checkbox', { name }).check();
    await press(page, 'Für alle eintragen');
    check(`${kind} is noted for all three`, (await main(cora)).includes('3'), await main(cora));
  }
}

// Papers are seen one by one.
async function notePapers({ name }) {
  const { page } = cora;
  await page.goto('/desk/volunteers');
  await follow(cora, name);
  const home = new URL(page.url()).pathname;
  for (const [kind, issued] of [['Erweitertes Führungszeugnis', '2027-02-01'], ['Masernschutz', '']]) {
    await page.goto(`${home}/qualifications`);
    await page.locator('#kind').selectOption({ label: kind });
    await page.locator('#seen_on').fill('2027-03-01');
    await page.locator('#issued_on').fill(issued);
    await press(page, 'Nachweis eintragen');
    check(`${kind} of ${name} is noted`, (await main(cora)).includes('Gesehen am'), await main(cora));
  }
}

// A talk in Dari on Tuesday, 16 March 2027, 9:00 to 10:00, on site.
async function fileRequest() {
  const { page } = kita;
  await press(page, 'Neue Anfrage');
  await page.getByLabel('Welche Sprache brauchen Sie?').fill('Dari');
  await page.getByLabel('Was ist der Anlass?').selectOption({ label: 'Gespräch mit Eltern' });
  await press(page, 'Weiter');
  const group = page.getByRole('group', { name: 'Welcher Tag?' });
  await group.getByLabel('Tag').fill('16');
  await group.getByLabel('Monat').fill('3');
  await group.getByLabel('Jahr').fill('2027');
  await page.getByLabel('Wann beginnt das Gespräch?').fill('9:00');
  await page.getByLabel('Wann endet es?').fill('10:00');
  await press(page, 'Weiter');
  await page.getByRole('group', { name: 'An welchem Ort?' }).getByRole('radio').first().check();
  await page.getByLabel('Wo genau treffen Sie sich?').fill('Haupteingang');
  await press(page, 'Weiter');
  await page.getByRole('checkbox', { name: /Ich kenne die Regeln/ }).check();
  await press(page, 'Anfrage senden');
  return new URL(page.url()).pathname;
}

async function first() {
  const secret = await step('Cora signs in and sets her app up', async () => {
    await cora.page.goto('/desk');
    await signIn(cora.page, 'cora@pool.example', pool);
    const found = await setUpApp(cora.page, pool);
    check('ten codes for a lost phone', (await cora.page.locator('.codes li').count()) === 10);
    await follow(cora, /weiter/);
    check('the desk is empty and says so', (await main(cora)).includes('Keine Aufgabe wartet auf Sie'), await main(cora));
    return found;
  });
  await step('the figures of an empty pool say what to do', async () => {
    await cora.page.goto('/desk/figures');
    check('they say so', (await main(cora)).includes('Noch gibt es keine Anfragen'), await main(cora));
  });
  await step('an institution', enterInstitution);
  for (const person of PEOPLE) await step(person.name, async () => enterVolunteer(person));
  await step('a training day', noteTraining);
  for (const person of PEOPLE) await step(`papers of ${person.name}`, async () => notePapers(person));
  await step('who may work where', async () => {
    await cora.page.goto('/desk/qualifications?sector=kita');
    check('all three may work in a Kita', (await main(cora)).includes('3 Personen'), await main(cora));
  });
  const request = await step('the Kita asks', async () => {
    await signIn(kita.page, JANA, pool);
    return fileRequest();
  });
  await step('Amina says yes on her phone', async () => {
    const offer = await mailTo(pool.folder, AMINA, ['Haben Sie am', 'Dari'], pool);
    await volunteer.page.goto(linkOf(offer, '/o/'));
    await volunteer.page.getByRole('radio', { name: /^Ja/ }).first().check();
    await press(volunteer.page, 'Antwort senden');
    check('she is thanked', /Danke/.test(await heading(volunteer.page)), await heading(volunteer.page));
    await mailTo(pool.folder, AMINA, ['Zusage', 'Parkweg 4'], pool);
    await mailTo(pool.folder, JANA, ['Dari', 'Amina Rahimi'], pool);
    await kita.page.goto(request);
    check('the Kita sees who comes', (await main(kita)).includes('Amina Rahimi'), await main(kita));
  });
  writeFileSync(notes, JSON.stringify({ secret, request }));
}

async function second() {
  const { secret, request } = JSON.parse(readFileSync(notes, 'utf8'));
  await step('Amina says how it was', async () => {
    const asked = await mailTo(pool.folder, AMINA, ['Wie war es'], pool);
    await volunteer.page.goto(linkOf(asked, '/n/'));
    await volunteer.page.getByRole('radio', { name: 'Der Termin hat stattgefunden' }).check();
    await volunteer.page.locator('#start').fill('9:00');
    await volunteer.page.locator('#end').fill('10:15');
    await press(volunteer.page, 'Angaben senden');
    check('that is noted', /Danke/.test(await heading(volunteer.page)), await heading(volunteer.page));
  });
  await step('the Kita says the same', async () => {
    await mailTo(pool.folder, JANA, ['Bitte bestätigen'], pool);
    await signIn(kita.page, JANA, pool);
    await kita.page.goto(request);
    await follow(kita, 'Angaben prüfen');
    await kita.page.getByRole('radio', { name: /Das stimmt so/ }).check();
    await press(kita.page, 'Angaben senden');
    check('it is done', (await heading(kita.page)) === 'Der Termin ist bestätigt', await heading(kita.page));
  });
  await step('Cora sees it in the figures', async () => {
    await signIn(cora.page, 'cora@pool.example', pool);
    await showApp(cora.page, secret, pool);
    await cora.page.goto('/desk/figures?from=2027-03&to=2027-03&by=language');
    const text = await main(cora);
    check('one request, filled', /Dari: 1 von 1 Plätzen besetzt/.test(text) || /1 von 1/.test(text), text);
    check('an hour and a quarter, confirmed', text.includes('1,25') || text.includes('1,3'), text);
    await cora.page.goto(`/desk${request}`);
    check('its page says that all is done', (await main(cora)).includes('Abgeschlossen'), await main(cora));
    await cora.page.goto('/desk');
    check('nothing waits for her', (await main(cora)).includes('Keine Aufgabe wartet auf Sie'), await main(cora));
  });
}

await (part === 'one' ? first() : second());
for (const [name, who] of Object.entries({ cora, kita, volunteer })) {
  check(`${name}: no answer was a 5xx`, who.failures.length === 0, who.failures.join('\n'));
}
await browser.close();
finish();
