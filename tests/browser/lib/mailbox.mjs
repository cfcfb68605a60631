// The demo's mailbox: every mail as a page.

// The mails there are by now, newest first.
export async function mails(page) {
  await page.goto('/mailbox');
  return page.locator('main a[href^="/mailbox/"]').evaluateAll(
    (links) => [...new Set(links.map((link) => link.getAttribute('href').split('?')[0]))],
  );
}

// Opens the newest mails until one has all of `words` and a link to `path`; gives that link's path.
export async function mailWith(page, words, path, { skip = [], old = [], patience = 15_000 } = {}) {
  const until = Date.now() + patience;
  let seen = [];
  do {
    seen = [];
    const fresh = (await mails(page)).filter((mail) => mail !== '/mailbox/' && !old.includes(mail));
    for (const mail of fresh.slice(0, 30)) {
      await page.goto(mail);
      const { text, links } = await contents(page);
      seen.push(text.slice(0, 200));
      if (!words.every((word) => text.includes(word))) continue;
      if (path === undefined) return { mail, text };
      // The page itself, none below it.
      const link = links.find((href) => href.startsWith(path) && !href.slice(path.length).includes('/') && !skip.includes(href));
      if (link) return { mail, text, link };
    }
    await page.waitForTimeout(300);
  } while (Date.now() < until);
  throw new Error(`no mail with ${words.join(', ')} and ${path}; the newest: ${seen.slice(0, 4).join('\n---\n')}`);
}

// What stands in the mail, also when it is shown in a frame.
async function contents(page) {
  let text = '';
  const links = [];
  for (const frame of page.frames()) {
    text += await frame.locator('body').innerText();
    links.push(...await frame.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href'))));
  }
  const base = new URL(page.url()).origin;
  return { text, links: links.map((href) => href.replace(base, '')) };
}
