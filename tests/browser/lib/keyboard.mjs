// Somebody who has a keyboard only: nothing here clicks or sets the focus.
// What each page must hold on the way is checked once for each kind of page and pass.
import { check } from './count.mjs';
import { frame, goesBack, look, stopsOf } from './stops.mjs';

// No page of the demo has so many stops.
const MOST = 400;
const ids = /\/[0-9a-f]{8}-[0-9a-f-]{27}/g;
const tokens = /^\/([acnops])\/[^/]+/;

export class Keyboard {
  constructor(who, pass, { whole = true } = {}) {
    this.page = who.page;
    this.pass = pass;
    // Whether each kind of page is gone through from its first stop to its last.
    this.whole = whole;
    this.seen = new Map();
    this.gone = new Set();
  }

  async open(path) {
    await this.page.goto(path);
    await this.arrived();
  }

  async arrived() {
    const { pathname, hash } = new URL(this.page.url());
    const errors = (await this.page.locator('main [role=alert]').count()) > 0 ? ' with errors' : '';
    this.kind = pathname.replace(ids, '/…').replace(tokens, '/$1/…') + errors;
    // A part of the page was asked for: reading begins there.
    this.part = hash !== '';
    if (!this.seen.has(this.kind)) this.seen.set(this.kind, { stops: 0, faults: new Set() });
    await this.fits();
    const alert = this.page.locator('main [role=alert]').first();
    this.told = errors !== '' && (await alert.evaluate((box) => box.contains(document.activeElement)));
    if (this.whole && !this.gone.has(this.kind)) {
      this.gone.add(this.kind);
      await this.through();
    }
  }

  async fits() {
    const { width, window, height, stuck, beyond } = await this.page.evaluate(frame);
    const record = this.seen.get(this.kind);
    if (width > window) record.faults.add(`scrolls sideways: ${width} px of ${window}: ${beyond.join(' | ')}`);
    if (stuck > height / 3) record.faults.add(`${stuck} px of ${height} stay covered`);
  }

  // One press, and what the page shows then.
  async press(key, target) {
    await this.page.keyboard.press(key);
    return this.see(target);
  }

  async see(target) {
    const at = target ? await target.evaluate(look) : await this.page.evaluate(look);
    const record = this.seen.get(this.kind);
    if (at.nowhere) return at;
    record.stops += 1;
    for (const fault of at.faults) record.faults.add(`${at.name} ${fault}`);
    return at;
  }

  // From the first stop to the last: each comes once, in the order of reading, and there is a way out and back.
  async through() {
    const expected = await this.page.evaluate(stopsOf);
    const record = this.seen.get(this.kind);
    await this.home();
    const names = [];
    let before;
    for (let presses = 0; presses < MOST; presses += 1) {
      const at = await this.press('Tab');
      // After the last stop comes the browser itself, or the first stop again.
      if (at.nowhere || (before && at.skip)) break;
      // A date is one stop with several parts.
      if (before && before.name === at.name && before.box.top === at.box.top && before.box.left === at.box.left) continue;
      if (before && !before.skip && goesBack(before.box, at.box, at.rtl)) {
        record.faults.add(`${at.name} comes after ${before.name}, but stands before it`);
      }
      names.push(at.name);
      before = at;
    }
    if (names.length < expected) record.faults.add(`${names.length} stops of ${expected}: ${names.join(', ')}`);
    let back = await this.press('Shift+Tab');
    if (back.nowhere) back = await this.press('Shift+Tab');
    if (names.length > 0 && back.name !== before.name) record.faults.add(`no way out and back: ${before.name}, then ${back.name}`);
    if (!(await this.press('Tab')).nowhere) await this.home();
  }

  // Before the first stop: where a page without a summary begins.
  async home() {
    if (!this.part && (await this.see()).nowhere) return;
    for (let presses = 0; presses < MOST; presses += 1) {
      const at = await this.press('Shift+Tab');
      if (at.nowhere) break;
    }
    this.part = false;
  }

  // "Skip to content" is the first stop, and the next one lies in the content.
  async content() {
    const first = await this.press('Tab');
    const record = this.seen.get(this.kind);
    if (!first.skip) {
      record.faults.add(`the first stop is no skip link but ${first.name}`);
      return;
    }
    await this.page.keyboard.press('Enter');
    const inside = await this.page.evaluate(() => document.activeElement?.id === 'content');
    if (!inside) record.faults.add('"skip to content" does not lead there');
  }

  // To one stop, by Tab or Shift+Tab, whichever way it lies.
  async to(locator) {
    const target = await locator.first().elementHandle();
    let at = await this.see(target);
    if (at.nowhere && !this.part && (await target.evaluate((one) => one.closest('main') !== null))) await this.content();
    const trail = [];
    for (let presses = 0; presses < MOST; presses += 1) {
      at = await this.see(target);
      if (at.reached || at.group) return target;
      await this.page.keyboard.press(at.after ? 'Shift+Tab' : 'Tab');
      trail.push(at.name);
    }
    throw new Error(`the keyboard does not come to ${locator} on ${this.kind}: ${trail.slice(-8).join(', ')}`);
  }

  // To a link or a button, and through it to the next page.
  async go(locator, key = 'Enter') {
    await this.to(locator);
    await this.next(() => this.page.keyboard.press(key));
  }

  async next(act) {
    const loaded = this.page.waitForEvent('load');
    await act();
    await loaded;
    await this.arrived();
  }

  async type(locator, text) {
    await this.to(locator);
    await this.page.keyboard.press('Control+A');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.type(text);
  }

  async pick(locator) {
    const target = await this.to(locator);
    for (let presses = 0; presses < MOST; presses += 1) {
      if ((await this.see(target)).reached) break;
      await this.page.keyboard.press('ArrowDown');
    }
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
    if (!(await target.isChecked())) throw new Error(`${locator} cannot be chosen by keyboard`);
  }

  async tick(locator) {
    const target = await this.to(locator);
    const before = await target.isChecked();
    await this.page.keyboard.press('Space');
    if ((await target.isChecked()) === before) throw new Error(`${locator} cannot be ticked by keyboard`);
  }

  // `index`, or the value of the wanted choice.
  async choose(locator, wanted) {
    const target = await this.to(locator);
    const steps = await target.evaluate((list, value) => {
      const place = typeof value === 'number' ? value : [...list.options].findIndex((one) => one.value === value);
      return place - list.selectedIndex;
    }, wanted);
    const key = steps > 0 ? 'ArrowDown' : 'ArrowUp';
    for (let presses = 0; presses < Math.abs(steps); presses += 1) await this.page.keyboard.press(key);
    const chosen = await target.evaluate((list) => [list.selectedIndex, list.value]);
    if (!chosen.includes(wanted)) throw new Error(`${locator} has ${chosen}, not ${wanted}`);
  }

  // Folds a part of the page open.
  async unfold(locator) {
    await this.to(locator);
    await this.page.keyboard.press('Space');
  }

  // After a wrong input: the summary has the focus, and each of its links leads to its field.
  async errors(what) {
    const summary = this.page.locator('main [role=alert]').first();
    const found = (await summary.count()) === 1;
    check(`${this.pass}: ${what}: there is a summary`, found, this.kind);
    if (!found) return;
    check(`${this.pass}: ${what}: the summary has the focus`, this.told, (await this.see()).name);
    const lost = [];
    for (const link of await summary.locator('a').all()) {
      await this.to(link);
      await this.page.keyboard.press('Enter');
      const led = await link.evaluate((one) => {
        const place = document.getElementById(one.hash.slice(1));
        return Boolean(place && (place === document.activeElement || place.contains(document.activeElement)));
      });
      if (!led) lost.push(await link.innerText());
      await this.see();
    }
    check(`${this.pass}: ${what}: each line of the summary leads to its field`, lost.length === 0, lost.join(', '));
  }

  finish() {
    for (const [kind, { stops, faults }] of this.seen) {
      check(`${this.pass} ${kind}: ${stops} stops, all of them in order`, faults.size === 0, [...faults].slice(0, 8).join('\n'));
    }
  }
}
