// Loaded into a server that is measured: SIGUSR2 starts a CPU profile, and writes it when it comes again.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

const file = process.env.BENCH_PROFILE;
if (file !== undefined) {
  // Programs that the server starts are not profiled.
  delete process.env.BENCH_PROFILE;
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  let running = false;
  process.on('SIGUSR2', () => {
    if (running) {
      session.post('Profiler.stop', (error, { profile } = {}) => {
        writeFileSync(file, JSON.stringify(error ?? profile));
      });
    } else session.post('Profiler.start');
    running = !running;
  });
}
