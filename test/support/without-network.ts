import { onTestFinished } from 'vitest';

/** No request leaves this process while the test runs. */
export function withoutNetwork(): void {
  const { fetch } = globalThis;
  globalThis.fetch = () => Promise.reject(new Error('this test has no network'));
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
}
