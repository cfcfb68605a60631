// The institution's part: a request in three steps and check-your-answers.
import { check } from './count.mjs';

export async function press(page, name) {
  await page.getByRole('button', { name }).first().click();
}

export function heading(page) {
  return page.locator('h1').innerText();
}

// Sends a request for Dari; gives its page, reference and the words of its date.
export async function fileRequest(page, look) {
  await page.goto('/requests');
  await look('requests');
  await press(page, 'Neue Anfrage');

  // Pressing on without an answer: the form comes back and says what is missing.
  await press(page, 'Weiter');
  check('an empty step comes back with a summary', (await page.getByRole('alert').count()) === 1);
  await look('request-conversation-errors', false);
  await page.getByLabel('Welche Sprache brauchen Sie?').fill('Kurdisch');
  await page.getByLabel('Was ist der Anlass?').selectOption({ label: 'Gespräch mit Eltern' });
  await press(page, 'Weiter');
  check('"Kurdisch" asks which', await page.getByRole('radio', { name: 'Kurmancî' }).isVisible());
  await look('request-which-language', false);
  await page.getByLabel('Welche Sprache brauchen Sie?').fill('Dari');
  await press(page, 'Weiter');

  check('the second step asks when', /Wann/.test(await heading(page)), await heading(page));
  await look('request-when');
  // The page's own example is a day two weeks ahead.
  const [day, month, year] = (await page.locator('#date-hint').innerText()).match(/\d+/g);
  const group = page.getByRole('group', { name: 'Welcher Tag?' });
  await group.getByLabel('Tag').fill('30');
  await group.getByLabel('Monat').fill('2');
  await group.getByLabel('Jahr').fill(year);
  await page.getByLabel('Wann beginnt das Gespräch?').fill('9:00');
  await page.getByLabel('Wann endet es?').fill('8:30');
  await press(page, 'Weiter');
  check('a date that does not exist comes back', (await page.getByRole('alert').innerText()).includes('Kalender'));
  check('what was typed is still there', (await page.getByLabel('Wann endet es?').inputValue()) === '8:30');
  await look('request-when-errors', false);
  await group.getByLabel('Tag').fill(day);
  await group.getByLabel('Monat').fill(month);
  await page.getByLabel('Wann endet es?').fill('10:00');
  await press(page, 'Weiter');

  check('the third step asks where', /Wo/.test(await heading(page)), await heading(page));
  await look('request-where');
  const sites = page.getByRole('group', { name: 'An welchem Ort?' }).getByRole('radio');
  await sites.first().check();
  await page.getByLabel('Wo genau treffen Sie sich?').fill('Haupteingang, bitte klingeln');
  await page.getByLabel(/Hinweis für die Person/).fill('Es geht um die <svg onload=alert(1)> ersten Tage.');
  await press(page, 'Weiter');

  check('the last step shows all answers', (await heading(page)) === 'Stimmt alles?', await heading(page));
  await look('request-check');
  await page.getByRole('checkbox', { name: /Ich kenne die Regeln/ }).check();
  await press(page, 'Anfrage senden');

  const path = new URL(page.url()).pathname;
  check('the request has a page', /^\/requests\/[0-9a-f-]{36}$/.test(path), path);
  const reference = (await page.locator('main').innerText()).match(/SP-\d{4}-\d{4}/)?.[0];
  check('the request has a reference', reference !== undefined);
  await look('request-status-searching');
  return { path, reference };
}
