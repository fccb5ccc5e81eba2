import type { Incident } from './dependencies.js';

/** Where nobody else is told of incidents. */
export function logIncident({ id, method, path, error }: Incident): void {
  console.error(`${id} ${method} ${path}`, error);
}
