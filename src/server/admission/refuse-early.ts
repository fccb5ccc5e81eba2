import type { RequestHandler } from 'express';

/** Refuses a request before its body is read. `refuse` throws where it is too much. */
export function refuseEarly(refuse: () => void): RequestHandler {
  return (_req, _res, next) => {
    refuse();
    next();
  };
}
