// Signing in as people do: by the code in a mail, and for coordinators by the app on their phone.
import { readdir } from 'node:fs/promises';
import { mailTo } from './folder.mjs';
import { press } from './request.mjs';
import { totp } from './totp.mjs';

// `pool` knows base, folder, the mails seen so far and the service's clock.
export async function signIn(page, address, pool) {
  await page.goto('/sign-in');
  await page.getByLabel('E-Mail-Adresse').fill(address);
  // Codes of earlier mails are dead.
  const old = await readdir(pool.folder);
  await press(page, 'Mail bekommen');
  const mail = await mailTo(pool.folder, address, ['Anmeldung'], { ...pool, seen: new Set([...pool.seen, ...old]) });
  await page.getByLabel('Code').fill(mail.text.match(/\b\d{6}\b/)[0]);
  await page.locator('main').getByRole('button', { name: 'Anmelden' }).click();
  await left(page, '/sign-in/code');
}

// The first time: sets the app up and gives its secret.
export async function setUpApp(page, pool) {
  await press(page, 'App einrichten');
  const secret = await page.locator('#secret').innerText();
  await page.getByLabel('Code aus der App').fill(totp(secret, pool.now()));
  await press(page, 'Weiter');
  return secret;
}

export async function showApp(page, secret, pool) {
  await page.getByLabel('Code aus der App').fill(totp(secret, pool.now()));
  await press(page, 'Weiter');
  await left(page, '/sign-in/second-factor');
}

// Until the next page is there, going elsewhere would lose it.
async function left(page, path) {
  await page.waitForURL((url) => url.pathname !== path);
}
