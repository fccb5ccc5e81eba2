// Opens a host of models, says when it is ready, and does nothing more: waits where it is told to.
import { HostedEncoder } from '../../../src/adapters/model-host/hosted-encoder.js';
import { ModelHost } from '../../../src/adapters/model-host/model-host.js';
import { READER_DIR } from '../../../src/composition/shipped-files.js';
import { SMALL_ENCODER, SMALL_MODELS } from '../../support/models.js';

const encoder = { model: SMALL_ENCODER, modelsDirectory: SMALL_MODELS };
const opened = await HostedEncoder.open(new ModelHost({ encoder, readerDir: READER_DIR }), encoder);
await opened.ready();
console.log('ready');
if (process.argv[2] === 'waits') setInterval(() => undefined, 1000);
