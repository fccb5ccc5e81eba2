/** How long a word about what was done stays, in milliseconds: time to read a short line twice. */
const STATUS_MS = 4_000;

const article = document.querySelector('.text');
const status = document.querySelector('.status');
/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;

for (const link of document.querySelectorAll('.number')) {
  link.setAttribute('title', 'Copy the link to this paragraph');
}
// The browser goes where the link leads, as it does without this script.
article?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('.number') : null;
  if (link instanceof HTMLAnchorElement) void copyLink(link);
});
// Until the page is loaded, the browser keeps going where the fragment leads.
addEventListener('load', () => requestAnimationFrame(showMark));
unfoldContents(matchMedia('(min-width: 68rem)'));
followSections([...document.querySelectorAll('.text :is(h2, h3, h4)')]);

/** @param {HTMLAnchorElement} link */
async function copyLink(link) {
  // The permanent address, without the words that a link to this page may have asked to mark.
  const address = location.origin + location.pathname + link.hash;
  try {
    await navigator.clipboard.writeText(address);
    say('Link copied.');
  } catch {
    // The clipboard is closed to pages that came without TLS from another machine.
    say('The address bar has the link.');
  }
}

/** @param {string} words */
function say(words) {
  if (status === null) return;
  clearTimeout(fading);
  status.textContent = words;
  fading = setTimeout(() => {
    status.textContent = '';
  }, STATUS_MS);
}

/** The fragment leads to the paragraph; in a long one the marked words may stand further down. */
function showMark() {
  const mark = document.querySelector(':target mark');
  if (mark !== null && mark.getBoundingClientRect().bottom > innerHeight) {
    mark.scrollIntoView({ block: 'center' });
  }
}

/**
 * Beside the text the contents are shown, folded or not; this lets screen readers know.
 * @param {MediaQueryList} beside
 */
function unfoldContents(beside) {
  const details = document.querySelector('.contents details');
  const unfold = () => details?.toggleAttribute('open', beside.matches);
  beside.addEventListener('change', unfold);
  unfold();
}

/**
 * Keeps the contents' entry of the section that is being read marked.
 * @param {readonly Element[]} headings
 */
function followSections(headings) {
  const links = new Map(
    [...document.querySelectorAll('.contents a')].map((link) => [link.getAttribute('href'), link]),
  );
  /** @type {Element | undefined} */
  let current;
  const follow = () => {
    const above = headings
      .filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3)
      .at(-1);
    const link = links.get(`#${above?.id ?? ''}`);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    if (link) keepInSight(link);
    current = link;
  };
  const watcher = new IntersectionObserver(follow, { rootMargin: '0px 0px -66%' });
  for (const heading of headings) watcher.observe(heading);
}

/**
 * Scrolls the contents beside the text, and nothing else, until the entry is among what is seen of
 * them.
 * @param {Element} entry
 */
function keepInSight(entry) {
  const pane = entry.closest('.contents');
  if (pane === null) return;
  const { top, bottom } = entry.getBoundingClientRect();
  const seen = pane.getBoundingClientRect();
  const below = bottom - Math.min(seen.bottom, innerHeight);
  const above = seen.top - top;
  if (below > 0) pane.scrollTop += below;
  else if (above > 0) pane.scrollTop -= above;
}
