// Asks a server whether it lives, again and again, and sends back how long each reply took when it is
// told to end. A process of its own: whoever loads the server is late itself. Argument: the address.
import { Agent } from 'node:http';
import { send } from './client.js';

const EVERY_MS = 25;

const [address = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const took: number[] = [];
const asking = setInterval(() => {
  void send(`${address}/livez`, { agent }).then(({ status, ms }) => {
    took.push(status === 200 ? ms : Infinity);
  });
}, EVERY_MS);

process.once('message', () => {
  clearInterval(asking);
  process.send?.(took);
  process.disconnect();
  agent.destroy();
});
process.send?.('asking');
