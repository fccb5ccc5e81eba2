export interface IdleTimeout {
  /** Aborts when nothing was heard for a while. */
  readonly signal: AbortSignal;
  /** Something was heard: the wait begins again. */
  readonly renew: () => void;
  readonly end: () => void;
}

export function startIdleTimeout(limitMs: number): IdleTimeout {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
  };
  const renew = (): void => {
    end();
    timer = setTimeout(() => {
      controller.abort();
    }, limitMs);
  };
  renew();
  return { signal: controller.signal, renew, end };
}
