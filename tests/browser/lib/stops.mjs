// What the keyboard shows: functions that run inside the page, so each stands on its own.

// Where the focus is, seen from `target`: reached, before it or after it; and what is wrong with how it shows.
export function look(target) {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return { nowhere: true };
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const line = [...at.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0) ?? box;
  const faults = [];
  // Inside a date the browser marks the part itself; inside a frame its own page does, and scrolls to it.
  const framed = at.tagName === 'IFRAME';
  const parts = at.type === 'date' || at.type === 'time' || framed;
  const marked = parts || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  if (!marked) faults.push('has no mark');
  // The whole of it, unless it is larger than the window or a place to jump to; one pixel is rounding.
  const fits = at.tabIndex >= 0 && !framed && box.height <= innerHeight && box.width <= innerWidth;
  const inside = fits
    ? box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1
    : box.top < innerHeight && box.bottom > 0;
  if (!inside) faults.push(`is out of view: ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`);
  const x = (Math.max(line.left, 0) + Math.min(line.right, innerWidth)) / 2;
  const y = (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2;
  const hit = document.elementFromPoint(x, y);
  if (inside && fits && hit && !at.contains(hit) && !hit.contains(at)) {
    faults.push(`is covered by ${hit.tagName.toLowerCase()}.${hit.className}`);
  }
  const name = at.id ? `#${at.id}` : (at.textContent || at.value || at.name || '').trim().slice(0, 40);
  return {
    name: `${at.tagName.toLowerCase()} ${name}`,
    skip: at.classList.contains('skip'),
    reached: at === target,
    // The same group of radio buttons is one stop.
    group: at.type === 'radio' && target?.type === 'radio' && at.name === target.name && at.form === target.form,
    after: Boolean(target && target.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
    faults,
    box: {
      left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
    },
    rtl: getComputedStyle(document.documentElement).direction === 'rtl',
  };
}

// Everything that the Tab key should come to, in the order of the page; one of each group of radio buttons.
export function stopsOf() {
  const groups = new Set();
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.type !== 'hidden' && one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => {
      if (one.type !== 'radio') return true;
      const group = `${one.form?.action} ${one.name}`;
      const checked = document.querySelector(`input[type=radio][name="${CSS.escape(one.name)}"]:checked`);
      if (groups.has(group) || (checked && checked.form === one.form && checked !== one)) return false;
      groups.add(group);
      return true;
    }).length;
}

// At 400 % zoom: how wide the page is, and how much of the height stays covered while it scrolls.
export function frame() {
  const stuck = [...document.querySelectorAll('body *')]
    .filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position))
    .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
  const beyond = [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 3).map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`);
  return { width: document.documentElement.scrollWidth, window: innerWidth, height: innerHeight, stuck, beyond };
}

// Reading goes down, and from the start of a line to its end; a next column may begin further up.
export function goesBack(from, to, rtl) {
  const [a, b] = rtl ? [mirrored(from), mirrored(to)] : [from, to];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const height = Math.min(a.bottom - a.top, b.bottom - b.top);
  if (shared > height / 2) return b.right <= a.left + 2;
  return b.bottom <= a.top + 2 && b.left < a.right - 2;
}

function mirrored(box) {
  return { ...box, left: -box.right, right: -box.left };
}
