import { defineConfig } from 'vitest/config';
const B = ['test/widget/{failures,markup,asking,accessibility,memory,embedding}.test.ts','test/server/pages/{home-in-browser,reading-room}.test.ts'];
const P = ['test/bin/*.test.ts','test/server/served.test.ts','test/adapters/index-store/full-disk.test.ts'];
export default defineConfig({
  test: { projects: [
   { test: { name:'pure', include: ['test/**/*.test.ts'], exclude:[...B,...P], pool:'threads', isolate:false, testTimeout: 20_000, hookTimeout: 60_000 }},
   { test: { name:'process', include: P, testTimeout: 20_000, hookTimeout: 60_000, sequence:{groupOrder:1} }},
   { test: { name:'browser', include: B, testTimeout: 20_000, hookTimeout: 60_000, sequence:{groupOrder:2} }},
  ] },
});
