/** How long a word about what was done stays, in milliseconds: time to read a short line twice. */
const STATUS_MS = 4_000;
/** Enough of a paragraph without a number to be found by. */
const FIRST_WORDS = 7;

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
offerToAsk(article);
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

/**
 * Beside the paragraph that is pointed at, has the focus, or was led to stands a link that asks
 * about it. One link for all, which takes no room in the text.
 * @param {Element | null} text
 */
function offerToAsk(text) {
  const link = document.createElement('a');
  link.className = 'ask-about';
  link.lang = 'en';
  link.dir = 'ltr';
  link.textContent = 'Ask about this paragraph';
  /** @param {EventTarget | null} target */
  const offer = (target) => {
    const paragraph = target instanceof Element ? target.closest('.paragraph') : null;
    if (paragraph === null || link.parentNode === paragraph) return;
    const query = new URLSearchParams({
      draft: `${nameOf(paragraph)}: `,
      documents: location.pathname.split('/').at(-1) ?? '',
    });
    link.href = `/?${query}`;
    paragraph.append(link);
  };
  for (const name of ['pointerover', 'focusin']) {
    text?.addEventListener(name, ({ target }) => {
      offer(target);
    });
  }
  const offerTarget = () => {
    offer(document.querySelector('.paragraph:target'));
  };
  addEventListener('hashchange', offerTarget);
  addEventListener('load', offerTarget);
}

/**
 * What a question calls the paragraph: its number, and where none is printed its first words.
 * @param {Element} paragraph
 */
function nameOf(paragraph) {
  const number = paragraph.querySelector('.number');
  if (number !== null && number.textContent !== '¶') {
    return `Paragraph ${decodeURIComponent(paragraph.id).replace(/^p(?=\d)/, '')}`;
  }
  const words = paragraph.querySelector('.wording')?.textContent.trim() ?? '';
  return `“${words.split(/\s+/).slice(0, FIRST_WORDS).join(' ')}”`;
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
