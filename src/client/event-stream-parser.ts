export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Server-sent events out of text that comes in pieces, as the HTML standard reads them: lines end
 * with `\n`, `\r\n` or `\r` and with nothing else, comments and unknown fields are passed over, an
 * event that was not finished by an empty line does not happen.
 */
export class EventStreamParser {
  #line = '';
  #afterCarriageReturn = false;
  #event = '';
  #data: string[] = [];

  /** The events that are complete with `text`. */
  push(text: string): ServerSentEvent[] {
    if (text === '') return [];
    const lines = (this.#afterCarriageReturn && text.startsWith('\n') ? text.slice(1) : text).split(
      /\r\n|\n|\r/,
    );
    this.#afterCarriageReturn = text.endsWith('\r');
    lines[0] = this.#line + (lines[0] ?? '');
    this.#line = lines.pop() ?? '';
    return lines.flatMap((line) => this.#read(line));
  }

  #read(line: string): ServerSentEvent[] {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event = value;
    else if (field === 'data') this.#data.push(value);
    return [];
  }

  #dispatch(): ServerSentEvent[] {
    const event = { event: this.#event || 'message', data: this.#data.join('\n') };
    const happened = this.#data.length > 0;
    this.#event = '';
    this.#data = [];
    return happened ? [event] : [];
  }
}
