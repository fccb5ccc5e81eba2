// Opens a host of models, says when it is ready, and does nothing more: waits where it is told to.
import { fileURLToPath } from 'node:url';
import { HostedEncoder } from '../../../src/adapters/model-host/hosted-encoder.js';
import { ModelHost } from '../../../src/adapters/model-host/model-host.js';

const modelsDirectory = fileURLToPath(new URL('../../../models', import.meta.url));
const encoder = { model: 'declaration-encoder', modelsDirectory };
const readerDir = `${modelsDirectory}/declaration-reader`;
const opened = await HostedEncoder.open(new ModelHost({ encoder, readerDir }), encoder);
await opened.ready();
console.log('ready');
if (process.argv[2] === 'waits') setInterval(() => undefined, 1000);
