import type { CharacterSink } from './character-sink.js';
import type { CitationMarker } from './citation-marker.js';

/** Takes plain characters and, apart from them, markers. */
export interface MarkerSink extends CharacterSink {
  mark(marker: CitationMarker): void;
}
