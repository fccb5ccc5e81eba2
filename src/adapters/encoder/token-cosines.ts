/** The vectors of a text's tokens, one after the other, as the last layer of a model gives them. */
export interface TokenRows {
  readonly rows: Float32Array;
  /** Numbers of a vector. */
  readonly width: number;
}

/** Of a question and a text, see `TokenMatch`; -1 to 1. */
export interface TokenCosines {
  readonly question: number;
  readonly text: number;
  readonly nearest: number;
  readonly farthest: number;
}

/**
 * Compares two texts token by token. Of all vectors first what they have in common is taken off, of
 * both alike: a model's token vectors lie close together, and those of questions beside those of
 * texts.
 * @returns undefined where one of them has no tokens
 */
export function tokenCosines(question: TokenRows, text: TokenRows): TokenCosines | undefined {
  if (question.rows.length === 0 || text.rows.length === 0) return undefined;
  const [asked, said] = [meanOf(question), meanOf(text)];
  const common = asked.map((value, i) => (value + (said[i] ?? 0)) / 2);
  const [a, b] = [directions(question, common), directions(text, common)];
  const [ofQuestion, ofText] = [
    new Float64Array(a.length).fill(-1),
    new Float64Array(b.length).fill(-1),
  ];
  a.forEach((one, i) => {
    b.forEach((other, j) => {
      const cosine = dot(one, other);
      if (cosine > (ofQuestion[i] ?? 1)) ofQuestion[i] = cosine;
      if (cosine > (ofText[j] ?? 1)) ofText[j] = cosine;
    });
  });
  return {
    question: average(ofQuestion),
    text: average(ofText),
    nearest: Math.max(...ofText),
    farthest: Math.min(...ofQuestion),
  };
}

function meanOf({ rows, width }: TokenRows): Float64Array {
  const mean = new Float64Array(width);
  for (let offset = 0; offset < rows.length; offset += width) {
    for (let i = 0; i < width; i++) mean[i] = (mean[i] ?? 0) + (rows[offset + i] ?? 0);
  }
  return mean.map((sum) => (sum * width) / rows.length);
}

/** Vectors of unit length without what all have in common; one of nothing stays nothing. */
function directions({ rows, width }: TokenRows, common: Float64Array): Float64Array[] {
  return Array.from({ length: rows.length / width }, (_, token) => {
    const vector = common.map((value, i) => (rows[token * width + i] ?? 0) - value);
    const length = Math.sqrt(dot(vector, vector));
    return length === 0 ? vector : vector.map((value) => value / length);
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
