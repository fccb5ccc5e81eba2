#!/usr/bin/env node
import { argumentsAsMeant } from './arguments-as-meant.js';
import { createCommands } from './commands.js';
import { runProgram } from './program.js';

const program = createCommands();
const commands = program.commands.map((command) => command.name());
await runProgram(program, argumentsAsMeant(process.argv.slice(2), [...commands, 'help']));
