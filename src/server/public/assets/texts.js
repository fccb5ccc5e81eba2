const field = document.getElementById('find-text');
const more = document.querySelector('.texts .show-all');
const list = document.querySelector('.texts ul');
const status = document.getElementById('status');
/** @type {Promise<void> | undefined} */
let listing;

/** The boxes of the texts that are listed. */
export function boxesOf() {
  return [...document.querySelectorAll('.texts li input')].filter(
    (box) => box instanceof HTMLInputElement,
  );
}

/** Has the rest of many texts listed, and offers to find one by its title, place, year or id. */
export function offerToFind() {
  more?.addEventListener('click', (event) => {
    event.preventDefault();
    const before = boxesOf().length;
    // Whoever goes by keyboard goes on where the list did.
    void allListed().then(() => boxesOf()[before]?.focus());
  });
  if (!(field instanceof HTMLInputElement)) return;
  field.hidden = false;
  field.addEventListener('input', () => {
    void allListed().then(() => {
      showOnly(field.value, field.dataset.noneFound ?? '');
    });
  });
}

/**
 * All texts are listed, as the server lists them; where it cannot be asked, those that are stay.
 * @returns {Promise<void>}
 */
export function allListed() {
  if (!(more instanceof HTMLAnchorElement)) return Promise.resolve();
  listing ??= listAll(more).catch(() => {
    listing = undefined;
  });
  return listing;
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {Promise<void>}
 */
async function listAll(link) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const listed = boxesOf().length;
  for (const item of [...page.querySelectorAll('.texts li')].slice(listed)) {
    list?.append(document.adoptNode(item));
  }
  link.remove();
}

/**
 * @param {string} words
 * @param {string} noneFound
 */
function showOnly(words, noneFound) {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  let found = 0;
  for (const item of list?.children ?? []) {
    const id = item.querySelector('input')?.value ?? '';
    const said = folded(`${item.textContent} ${id}`);
    const isFound = wanted.every((word) => said.includes(word));
    item.toggleAttribute('hidden', !isFound);
    if (isFound) found += 1;
  }
  if (status !== null) status.textContent = found === 0 ? noneFound : '';
}

/**
 * Without case and accents, as it may be typed.
 * @param {string} text
 */
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
