import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly flag: string; readonly description: string }[];
}

/** A script that has a shell complete the commands of a program, their options and folders. */
export function completionScript(program: Command, shell: Shell): string {
  const name = program.name();
  const commands = program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: command.options.flatMap(({ long, description }) =>
      typeof long === 'string' ? [{ flag: long, description }] : [],
    ),
  }));
  if (shell === 'fish') return fishScript(name, commands);
  const bash = bashScript(name, commands);
  return shell === 'bash' ? bash : `autoload -U +X bashcompinit && bashcompinit\n${bash}`;
}

function bashScript(name: string, commands: readonly CompletedCommand[]): string {
  const complete = `_${name.replaceAll('-', '_')}`;
  const cases = commands.map(
    (command) =>
      `    ${command.name}) words='${command.options.map(({ flag }) => flag).join(' ')}' ;;`,
  );
  return [
    `${complete}() {`,
    '  local current="${COMP_WORDS[COMP_CWORD]}" words=""',
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    '  esac',
    `  if [ "$COMP_CWORD" -eq 1 ]; then words='${commands.map((command) => command.name).join(' ')}'; fi`,
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '  case "$current" in -*) ;; *) COMPREPLY+=($(compgen -d -- "$current")) ;; esac',
    '}',
    `complete -F ${complete} ${name}`,
  ].join('\n');
}

function fishScript(name: string, commands: readonly CompletedCommand[]): string {
  const quoted = (text: string): string => `'${text.replace(/['\\]/gu, '\\$&')}'`;
  return commands
    .flatMap((command) => [
      `complete -c ${name} -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.description)}`,
      ...command.options.map(
        ({ flag, description }) =>
          `complete -c ${name} -n '__fish_seen_subcommand_from ${command.name}' ` +
          `-l ${flag.slice(2)} -d ${quoted(description)}`,
      ),
    ])
    .join('\n');
}
