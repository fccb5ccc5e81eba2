export interface ReceivedEvent {
  readonly event: string;
  readonly data: string;
}

/** The events of a whole stream, comments left out. Throws on a block that is neither. */
export function eventsIn(stream: string): readonly ReceivedEvent[] {
  const blocks = stream.split('\n\n');
  if (blocks.pop() !== '') throw new Error('the stream ends within a block');
  return blocks
    .filter((block) => !block.startsWith(':'))
    .map((block) => {
      const [, event, data] = /^event: ([a-z]+)\ndata: ([^\n\r]*)$/.exec(block) ?? [];
      if (event === undefined || data === undefined) throw new Error(`not an event: ${block}`);
      return { event, data };
    });
}

/** Reads until `needle` has come; `rest` reads on to the end. */
export async function linesUntil(
  response: Response,
  needle: string,
): Promise<{ readonly text: string; readonly rest: () => Promise<string> }> {
  if (response.body === null) throw new Error('the response has no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const readUntil = async (isEnough: (text: string) => boolean): Promise<string> => {
    let text = '';
    while (!isEnough(text)) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
    }
    return text;
  };
  return {
    text: await readUntil((text) => text.includes(needle)),
    rest: () => readUntil(() => false),
  };
}
