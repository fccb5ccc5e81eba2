import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROBE = fileURLToPath(new URL('liveness-probe.ts', import.meta.url));

/** Has a server asked all the while whether it lives. */
export async function watchLiveness(
  url: string,
): Promise<{ /** Milliseconds of each reply. */ readonly end: () => Promise<number[]> }> {
  const probe = fork(PROBE, [url], { serialization: 'advanced' });
  await once(probe, 'message');
  return {
    end: async () => {
      const told = once(probe, 'message');
      probe.send('end');
      const [took] = (await told) as [number[]];
      return took;
    },
  };
}
