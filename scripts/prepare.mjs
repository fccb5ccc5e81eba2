/**
 * Builds where npm prepares a package that it fetched from a Git repository: what is installed from
 * there would otherwise have no `dist`. An `npm install` of a checkout has nothing to prepare,
 * `npm start` and the others build by themselves.
 */
import { execSync } from 'node:child_process';
import process from 'node:process';

const startedIn = process.env.INIT_CWD ?? process.cwd();
// Standard output belongs to the npm command that is under way.
if (startedIn !== process.cwd()) execSync('npm run build', { stdio: ['ignore', 2, 2] });
