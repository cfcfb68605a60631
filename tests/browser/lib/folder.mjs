// The folder into which the `file` transport writes each mail.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

// Waits for a mail to that address with all of `words` that was not there before; gives text and links.
export async function mailTo(folder, address, words, { seen, base, patience = 15_000 }) {
  const until = Date.now() + patience;
  let subjects = [];
  do {
    subjects = [];
    const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort().reverse();
    for (const file of files.filter((name) => !seen.has(name))) {
      const mail = await PostalMime.parse(await readFile(join(folder, file)));
      if (!mail.to?.some((to) => to.address === address)) continue;
      subjects.push(mail.subject);
      const text = `${mail.subject}\n${mail.text ?? ''}`;
      if (!words.every((word) => text.includes(word))) continue;
      seen.add(file);
      const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url.replace(base, '').replace(/[>).]+$/, ''));
      return { subject: mail.subject, text, links };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  } while (Date.now() < until);
  throw new Error(`no mail to ${address} with ${words.join(', ')}; there: ${subjects.join(' | ')}`);
}

export function linkOf(mail, start) {
  const link = mail.links.find((path) => path.startsWith(start));
  if (!link) throw new Error(`no link to ${start} in: ${mail.text}`);
  return link;
}
