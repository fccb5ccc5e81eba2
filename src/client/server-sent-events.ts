export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * The events of a stream as they are complete, by the HTML standard: lines end with `\n`, `\r\n` or
 * `\r`, comments are passed over, an event that no empty line ended does not happen.
 */
export async function* serverSentEvents({
  body,
}: Response): AsyncGenerator<ServerSentEvent, void, void> {
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let fields = new Fields();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      // A carriage return at the end may be the half of a line's end.
      const lines = rest.split(/\r\n|\n|\r(?!$)/u);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line !== '') fields.read(line);
        else {
          if (fields.data.length > 0) yield fields.event;
          fields = new Fields();
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

class Fields {
  readonly data: string[] = [];
  #name = '';

  read(line: string): void {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /u, '');
    if (field === 'event') this.#name = value;
    else if (field === 'data') this.data.push(value);
  }

  get event(): ServerSentEvent {
    return { event: this.#name || 'message', data: this.data.join('\n') };
  }
}
