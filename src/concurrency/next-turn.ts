const waiting: (() => void)[] = [];

/**
 * Resolves in a turn of the event loop that no other such work has. Between any two pieces of it,
 * whatever has come meanwhile is attended to, however many questions are worked on.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(giveTurn);
  });
}

function giveTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(giveTurn);
}
