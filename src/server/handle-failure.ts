import type { Request, Response } from 'express';
import type { AppDependencies } from './dependencies.js';
import { requestIdOf } from './identify-requests.js';
import { logIncident } from './log-incident.js';
import { wantsHtml } from './wants-html.js';
import { isOpenAiRequest, openAiError } from './openai/openai-error.js';
import { problemPage } from './pages/problem-page.js';
import { diagnose, sendProblem } from './problem.js';
import { ClientGoneError } from './request-signal.js';

interface Failure {
  readonly req: Request;
  readonly res: Response;
  readonly deps: AppDependencies;
}

/**
 * Tells the client what went wrong in the form that it can still take, and the log what it must not
 * see.
 */
export function handleFailure(error: unknown, { req, res, deps }: Failure): void {
  if (error instanceof ClientGoneError || res.destroyed) return;
  const { problem, incidentId } = diagnose(error);
  if (incidentId !== undefined) {
    const report = deps.onIncident ?? logIncident;
    report({
      id: incidentId,
      method: req.method,
      path: req.path,
      request: requestIdOf(res),
      error,
    });
  }
  if (!res.headersSent) {
    res.vary('Accept');
    if (wantsHtml(req)) problemPage(res, problem);
    else if (isOpenAiRequest(req)) sendProblem(res, problem, openAiError(problem));
    else sendProblem(res, problem);
  } else if (res.getHeader('Content-Type')?.toString().startsWith('text/event-stream') === true) {
    res.end(
      isOpenAiRequest(req)
        ? `data: ${JSON.stringify(openAiError(problem))}\n\n`
        : `event: error\ndata: ${JSON.stringify(problem)}\n\n`,
    );
  } else {
    // Half a reply cannot be mended; a cut connection at least shows that it is half.
    res.destroy();
  }
}
