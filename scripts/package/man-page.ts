import type { Command, Option } from 'commander';

/** Where it is put, in the folder of the package. */
export const MAN_PAGE_FILE = 'man/declaration-chat.1';

export interface ManPageOptions {
  readonly version: string;
  /** The list of settings: comment lines, then `NAME=default`, an empty line between two. */
  readonly settings: string;
}

interface AfterHelp {
  readonly examples: readonly string[];
  readonly paragraphs: readonly string[];
}

/** The manual page of a program, in roff, of what its help is made of. */
export function manPage(program: Command, { version, settings }: ManPageOptions): string {
  const name = program.name();
  const after = afterHelp(program);
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User Commands"`,
    '.SH NAME',
    `${plain(name)} \\- ${plain(program.description())}`,
    '.SH SYNOPSIS',
    `.B ${plain(name)}`,
    `.I ${plain(program.usage())}`,
    '.SH DESCRIPTION',
    after.paragraphs.map(plain).join('\n.PP\n'),
    ...exampleLines(after.examples),
    '.SH COMMANDS',
    ...program.commands.flatMap(commandLines),
    '.SH ENVIRONMENT',
    ...settings.split(/\n{2,}/u).flatMap(settingLines),
    '',
  ].join('\n');
}

function commandLines(command: Command): string[] {
  const { paragraphs, examples } = afterHelp(command);
  const taken = command.registeredArguments.map((argument) => {
    const shown = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${shown}>` : `[${shown}]`;
  });
  return [
    `.SS ${quoted([command.name(), ...taken].join(' '))}`,
    plain(sentence(command.description())),
    ...command.options.flatMap(optionLines),
    ...paragraphs.flatMap((paragraph) => ['.PP', plain(paragraph)]),
    ...exampleLines(examples),
  ];
}

function optionLines({ flags, description }: Option): string[] {
  return ['.TP', `.B ${plain(flags)}`, plain(sentence(description))];
}

function exampleLines(examples: readonly string[]): string[] {
  return examples.length === 0 ? [] : ['.PP', '.nf', ...examples.map(plain), '.fi'];
}

function settingLines(block: string): string[] {
  const lines = block.split('\n');
  const meaning = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim());
  const [setting] = lines.filter((line) => /^[A-Z][A-Z_\d]*=/u.test(line));
  return setting === undefined ? [] : ['.TP', `.B ${plain(setting)}`, plain(meaning.join(' '))];
}

/** What stands below the help of a command. */
function afterHelp(command: Command): AfterHelp {
  let text = '';
  command.configureOutput({ writeOut: (more) => void (text += more) }).outputHelp();
  const examples: string[] = [];
  const paragraphs: string[] = [];
  for (const line of text
    .slice(command.helpInformation().length)
    .split('\n')
    .map((each) => each.trim())) {
    if (line === '' || line === 'Examples:') continue;
    if (line.startsWith('declaration-chat')) examples.push(line);
    else paragraphs.push(line);
  }
  return { examples, paragraphs };
}

function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/u.test(whole) ? whole : `${whole}.`;
}

/** Text that roff prints as it is; a minus is one that can be copied. */
function plain(text: string): string {
  return text
    .replace(/\\/gu, '\\e')
    .replace(/-/gu, '\\-')
    .replace(/^(?=[.'])/gmu, '\\&')
    .replace(/[^\n -~]/gu, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
      return `\\[u${code.padStart(4, '0')}]`;
    });
}

function quoted(text: string): string {
  return `"${plain(text).replace(/"/gu, '""')}"`;
}
