import { runProgram } from '../src/bin/program.js';
import { createEvaluationProgram } from './program.js';

await runProgram(createEvaluationProgram());
