import { COLUMNS } from './screen.js';
import type { Step } from './steps.js';

/** A step with what it printed. */
export interface Shown extends Step {
  readonly lines: readonly string[];
}

const SECONDS_A_STEP = 8;
const [COLUMN, LINE, MARGIN] = [8.43, 20, 20] as const;

/** All steps, one after the other, as a picture that moves without a script. */
export function movingPicture(steps: readonly Shown[]): string {
  const scenes = steps.map(({ about, command, lines }) => [
    { text: `# ${about}`, kind: 'about' },
    ...wrappedCommand(command).map((text) => ({ text, kind: 'command' })),
    ...lines.map((text) => ({ text, kind: 'out' })),
  ]);
  const [width, rows] = [COLUMNS * COLUMN + 2 * MARGIN, Math.max(...scenes.map((s) => s.length))];
  const [height, share] = [rows * LINE + 2 * MARGIN, 100 / steps.length];
  const groups = scenes.map((scene, at) => {
    const texts = scene.map(
      ({ text, kind }, row) =>
        `<text class="${kind}" x="${MARGIN}" y="${MARGIN + (row + 0.75) * LINE}">${escaped(text)}</text>`,
    );
    return `<g style="animation-delay:${at * SECONDS_A_STEP}s">\n${texts.join('\n')}\n</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${height}" role="img">
<title>The first five minutes on a terminal: ${steps.map(({ about }) => escaped(about)).join(' ')}</title>
<style>
rect { fill: #16202a }
text { font: 14px ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #d7dee6; white-space: pre }
.about { fill: #8fb8a8 }
.command { fill: #fff; font-weight: 600 }
g { visibility: hidden; animation: shown ${steps.length * SECONDS_A_STEP}s step-end infinite }
@keyframes shown { 0% { visibility: visible } ${share.toFixed(3)}%, 100% { visibility: hidden } }
@media (prefers-reduced-motion: reduce) { g { animation: none } g:nth-of-type(4) { visibility: visible } }
</style>
<rect width="100%" height="100%" rx="8"/>
${groups.join('\n')}
</svg>
`;
}

/** The same as a page to read. */
export function pageOf(steps: readonly Shown[]): string {
  const parts = steps.map(
    ({ about, command, lines }) =>
      `## ${about}\n\n\`\`\`console\n$ ${command}\n${lines.join('\n').replaceAll('```', "'''")}\n\`\`\``,
  );
  return (
    '# The first five minutes\n\n' +
    'Recorded by `npm run session`, which runs these commands in a folder with the two texts that ' +
    `ship.\n\n![The same as a moving picture](session.svg)\n\n${parts.join('\n\n')}\n`
  );
}

function wrappedCommand(command: string): string[] {
  const words = `$ ${command}`.split(' ');
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= COLUMNS - 2) lines[lines.length - 1] = longer;
    else {
      lines[lines.length - 1] = `${last} \\`;
      lines.push(`  ${word}`);
    }
  }
  return lines;
}

function escaped(text: string): string {
  return text.replace(/[<&]/gu, (character) => (character === '<' ? '&lt;' : '&amp;'));
}
