import type { Incident } from './dependencies.js';

/** Where nobody else is told of incidents. */
export function logIncident({ id, method, path, request, error }: Incident): void {
  console.error(`${id} ${method} ${path} (request ${request})`, error);
}
