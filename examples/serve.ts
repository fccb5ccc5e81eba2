import { createServer } from 'node:http';
import { createApp, openBackend, shippedWidget } from 'declaration-chat';

const backend = await openBackend({ corpus: 'corpus', index: 'index' });
const app = createApp({ backend: () => backend, widget: shippedWidget() });
createServer(app).listen(3000, '127.0.0.1');
