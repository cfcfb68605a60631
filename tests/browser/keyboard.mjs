// Every main journey by keyboard alone: node keyboard.mjs http://127.0.0.1:8080 [role …]
// Once in a wide window with JavaScript, through every stop of every page; once without JavaScript at 400 % zoom
// (a window of 1280 by 1024 pixels, seen four times as large).
import { launch, visitor, WIDE } from './lib/browser.mjs';
import { check, finish, step } from './lib/count.mjs';
import { Keyboard } from './lib/keyboard.mjs';
import { mails } from './lib/mailbox.mjs';
import * as coordinator from './keys/coordinator.mjs';
import * as institution from './keys/institution.mjs';
import * as pool from './keys/pool.mjs';
import * as volunteer from './keys/volunteer.mjs';

const base = process.argv[2].replace(/\/$/, '');
const roles = process.argv.slice(3);
const wanted = (role) => roles.length === 0 || roles.includes(role);
const browser = await launch();
const PASSES = [
  { pass: 'keyboard', viewport: WIDE, javaScript: true, whole: true },
  { pass: 'keyboard at 400 % without JavaScript', viewport: { width: 320, height: 256 }, javaScript: false, whole: false },
];
// The coordinator's app, from one pass to the next.
let app;

// Whoever comes in, and at the end what their pages had to hold.
async function as(role, settings, run) {
  const who = await visitor(browser, base, settings);
  const keys = new Keyboard(who, `${settings.pass}, ${role}`, settings);
  try {
    return await run(keys);
  } finally {
    keys.finish();
    check(`${keys.pass}: no answer was a 5xx`, who.failures.length === 0, who.failures.join('\n'));
    await who.context.close();
  }
}

for (const [number, settings] of PASSES.entries()) {
  const reader = await visitor(browser, base);
  const inbox = async () => ({ old: await mails(reader.page) });
  const named = (name) => `${settings.pass}: ${name}`;

  const began = await inbox();
  if (wanted('kita')) await as('Kita', settings, async (keys) => {
    await step(named('the Kita signs in'), () => institution.signIn(keys, reader, institution.KITA, began.old));
    const asked = await step(named('the Kita asks'), () => institution.ask(keys, number));
    if (!asked) return;
    await step(named('the Kita looks at list and calendar'), () => institution.look(keys, asked));
    // Here the two sides take turns.
    await as('mailed link', settings, async (hers) => {
      const first = await step(named('a mailed link, no'), async () => {
        const link = await volunteer.openOffer(hers, reader, began);
        await volunteer.answer(hers, /^Nein/);
        return link;
      });
      await step(named('a mailed link, yes'), async () => {
        await volunteer.openOffer(hers, reader, { ...began, skip: [first] });
        await volunteer.answer(hers, /^Ja/);
      });
    });
    await step(named('the Kita sees who comes'), async () => {
      await keys.open(asked);
      const heading = await keys.page.locator('h1').innerText();
      check(named('somebody was found'), /hat zugesagt/.test(heading), heading);
    });
    await step(named('the slip for the family'), () => institution.slip(keys));
    await step(named('the same again'), () => institution.again(keys, number));
    await step(named('and cancelled'), () => institution.cancel(keys));
  });

  if (wanted('volunteer')) await as('volunteer', settings, async (keys) => {
    await step(named('a volunteer comes in'), async () => {
      await keys.open('/demo');
      await keys.go(keys.page.locator('button[value=volunteer]'));
    });
    for (const name of ['absence', 'times', 'settings', 'languages', 'feed', 'pause']) {
      await step(named(`the volunteer's ${name}`), () => volunteer[name](keys));
    }
  });

  if (wanted('coordinator')) await as('coordinator', settings, async (keys) => {
    await step(named('the coordinator signs in'), async () => {
      const { old } = await inbox();
      await institution.signIn(keys, reader, coordinator.CORA, old);
      app = await coordinator.secondFactor(keys, app);
    });
    await step(named('one task of the worklist'), () => coordinator.task(keys));
    await step(named('a waiting check'), () => coordinator.decide(keys, number > 0));
    await step(named('the week'), () => coordinator.week(keys));
    await step(named('the search'), () => coordinator.search(keys));
    await step(named('a rule'), () => pool.rule(keys));
    await step(named('a text'), () => pool.text(keys));
    await step(named('a table comes in'), () => pool.bringIn(keys));
    await step(named('a table goes out'), () => pool.takeOut(keys));
  });
  await reader.context.close();
}

await browser.close();
finish();
