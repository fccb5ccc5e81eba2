/** A server elsewhere, by the typed client. */
import { createClient } from 'declaration-chat/client';

const client = createClient({ server: process.argv[2] ?? 'http://127.0.0.1:3000' });

for await (const event of client.stream('Which city hosts the SCO Secretariat?')) {
  if (event.type === 'delta') process.stdout.write(event.text);
  if (event.type !== 'answer') continue;
  for (const citation of event.reply.citations) {
    console.log(`\n[${citation.number}] “${citation.quote}” ${client.addressOf(citation)}`);
  }
}
