// The least that a JSON endpoint on Express can be: what the chat endpoint's cost is compared with.
import type { AddressInfo } from 'node:net';
import express from 'express';

const app = express();
app.use(express.json());
app.post('/', (req, res) => {
  res.json(req.body);
});
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`Ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
