/**
 * Every number that steers retrieval: what it means, in which range it makes sense, and where its
 * value comes from.
 *
 * "Development questions" are the judged single questions and follow-ups that the product was
 * built with; differences under about three points on them are noise. "Chosen by hand" means that
 * a sensible value was taken and looked at on examples, and that no other was measured.
 */
import type { LeaningSign } from './query/follow-up.js';
import type { Weights } from './search/evidence.js';

/*
 * Reading the question
 */

/** Words shorter than this, in letters (1 and up), are not mended; as in the first tried recipe. */
export const MIN_MENDED_WORD_LENGTH = 4;
/**
 * From this length on, in letters, a word may be two edits away from what was meant, below it one.
 * Was 7, as in the first tried recipe; 9 since shorter words of two edits' distance were too often
 * other words.
 */
export const LONG_WORD_LENGTH = 9;
/**
 * With so few content words (0 and up) a question may not stand alone after an earlier one. Chosen
 * by hand.
 */
export const FEW_CONTENT_WORDS = 1;
/**
 * With so many content words before it (1 and up) a word such as "it" may stand for one of them.
 * By hand: fewer are what is asked for ("Which commission meets on that?").
 */
export const MIN_ANTECEDENT_WORDS = 3;
/**
 * How much better, on scores of 0 to about 2, the best paragraph of a question as it was typed has
 * to be than that of the same with the earlier question before it, for it to stand alone; by what
 * shows that it may lean. Looser signs take less. Where no reader has looked, words alone are left.
 * Set on dialogues in three languages and on the questions that ship with the texts.
 */
export const TYPED_LEAD: Readonly<
  Record<'read' | 'unread', Readonly<Record<LeaningSign, number>>>
> = {
  read: { opening: Infinity, pointing: 0.5, brief: 0.35, doubtful: 0.2, loose: -0.05 },
  unread: { opening: Infinity, pointing: 0.5, brief: 0.35, doubtful: 0.2, loose: -0.2 },
};
/**
 * How far back a chain of follow-ups is traced, in questions of the user (1 and up). Chosen by
 * hand.
 */
export const MAX_EARLIER_QUESTIONS = 3;
/**
 * Places that a question may name by number (1 and up); more would only keep a server busy. Chosen
 * by hand.
 */
export const MAX_REFERENCES = 10;
/**
 * Numbers of its own by which a text must call its paragraphs ("article 21") so that they are known
 * by that name though none is printed before them (1 and up): one or two may be of another text. By
 * hand.
 */
export const MIN_OWN_REFERENCES = 3;
/** Characters after a reference that are looked through for more numbers: no list is longer. */
export const REFERENCE_LOOK_AHEAD = 60;
/**
 * Words of a quoted phrase (1 and up) from which on it is looked for: one quoted word is emphasis
 * as often as a phrase. Chosen by hand.
 */
export const MIN_PHRASE_WORDS = 2;
/** Quoted phrases that are looked for (0 and up); more only keep a server busy. By hand. */
export const MAX_PHRASES = 5;
/** Letters (1 and up) of the shortest word of an id or place that can name a document. By hand. */
export const MIN_NAME_LENGTH = 3;
/** "All documents" names each one in a corpus of at most so many, else none. Chosen by hand. */
export const MAX_ALL_DOCUMENTS = 4;

/*
 * Having a chat model make a question standalone
 */

/** In milliseconds: somebody waits for the answer, and the rules are there at once. By hand. */
export const CONDENSE_TIMEOUT_MS = 5000;
/**
 * A question of at most so many content words may lean without a word that shows it. Of 50
 * questions with earlier turns in the project's two question sets, those that stand alone have six
 * or more.
 */
export const MAX_BRIEF_WORDS = 4;
/** Messages that the model is shown (1 and up): three turns, as far back as the rules look. */
export const MAX_EARLIER_MESSAGES = 6;
/** Characters of each of them. Chosen by hand. */
export const MAX_MESSAGE_CHARACTERS = 600;
/** In characters: a longer question says by itself what it is about. Chosen by hand. */
export const MAX_LEANING_QUESTION_CHARACTERS = 500;
/** In characters: a longer reply is no question. Chosen by hand. */
export const MAX_CONDENSED_CHARACTERS = 500;
/**
 * Share (0 to 1) of the reply's index terms that must have been said before; the rest may be a word
 * such as "declaration". Chosen by hand.
 */
export const MIN_SHARE_OF_SAID = 0.5;

/*
 * Taking the question apart
 */

/** Words (1 and up) of the shortest text that can be a question of its own. Chosen by hand. */
export const MIN_SUB_QUESTION_WORDS = 3;
/** A text that could be cut into more questions than this is one. Chosen by hand. */
export const MAX_SUB_QUESTIONS = 3;
/**
 * Characters before a question word that are looked at for what it goes with; no word of a
 * language's `subordinating` is longer.
 */
export const SUBORDINATING_LOOK_BACK = 20;
/**
 * Sub-questions, and documents of a comparison, that are searched for (1 and up): an answer to more
 * things at once would be none, and each takes a search of its own. Chosen by hand.
 */
export const MAX_ASPECTS = 4;
/** Words (1 and up) of the shorter half that a coordination may be split into. By hand. */
export const MIN_HALF_WORDS = 2;
/** Places where a split is tried (0 and up); each takes two searches. Chosen by hand. */
export const MAX_COORDINATION_SPLITS = 3;

/*
 * Weights of the texts that an aspect is searched for by, beside 1 for its own words
 */

/**
 * Of a question that leans: of the same with the earlier questions before it, of these alone, and of
 * the last answer (0 to 1). On 42 judged follow-ups and 40 of dialogues in English, Russian and
 * Chinese, answers cite a right paragraph as often as with other values between .25 and 1, and those
 * in Russian more often than without the first.
 */
export const STANDALONE_WEIGHT = 1;
export const EARLIER_QUESTION_WEIGHT = 0.25;
export const EARLIER_ANSWER_WEIGHT = 0.25;
/**
 * Of the question with the name of its document beside the one without (0 to 1): the name may be a
 * place in the text. Chosen by hand.
 */
export const WITH_DOCUMENT_NAME_WEIGHT = 0.5;
/** Of the whole question beside the part of it that an aspect is about (0 to 1). By hand. */
export const WHOLE_QUESTION_WEIGHT = 0.3;

/*
 * Searching
 */

/**
 * Vectors that the store is asked for (1 and up); a paragraph has several, so this is far more than
 * the paragraphs that are shown. Chosen by hand.
 */
export const DENSE_CANDIDATES = 200;
/**
 * Paragraphs whose words match best (1 and up), of which the vectors are compared. In a large
 * corpus a common word leads to a great many; chosen by hand, above the number of paragraphs that
 * the two shipped texts have, so that nothing is cut there.
 */
export const LEXICAL_CANDIDATES = 300;
/**
 * Of these, the best that each text of a question keeps ({@link LOADED_PARAGRAPHS} and up), with their
 * cosines as they are where a large index has estimated them first. Of 5,379 vectors of 28 texts the
 * ten nearest to a question are among the first 100 by the estimates in .98.
 */
export const KEPT_CANDIDATES = 128;
/**
 * Paragraphs of each thing asked whose words are fetched (the reader's share and up): all further
 * ranking is among them. A text costs about a millisecond, so that of very many texts they are most
 * of a search. Of 1,100 questions no answer differs from that with a hundred.
 */
export const LOADED_PARAGRAPHS = 24;
/** Paragraphs with all words of a phrase in quotes that are looked at (1 and up). */
export const PHRASE_CANDIDATES = 50;
/** Texts in which a numbered place is looked for where the question names none (1 and up). */
export const MAX_PLACE_DOCUMENTS = 100;
/** Vectors of a kind whose cosines say which are high for a question (1 and up). */
export const MAX_BACKGROUND = 500;
/** How far from each other sentences of that background are compared, in places. */
export const PAIR_DISTANCES: readonly number[] = [1, 7, 31];
/** Deviations above the mean that count as a similarity of 1. */
export const DEVIATIONS_OF_ONE = 5;
/**
 * What cosines are with the model that ships, over 64 excerpts of treaties and declarations: as good
 * as so many sentences of an index that has only a few.
 */
export const USUAL_SPREAD = { count: 8, mean: 0.12, deviation: 0.137 } as const;
/**
 * What the nearest sentence and the whole paragraph count for (together 1): each finds what the other
 * misses. On 36 excerpts that no model was trained on (648 questions) the right paragraph is first in
 * .875 by the nearer of the two and in .895 by both; from .3 to .6 of the paragraph is as good.
 */
export const TEXT_SHARES = { sentence: 0.6, passage: 0.4 } as const;
/**
 * A paragraph is as near as its text or its nearest everyday question, whichever is nearer, and by so
 * much of the other nearer still (0 to 1). Questions in other languages find the right paragraph first
 * in .762 without and .806 at .2; at .4 English answers quote a right sentence less often.
 */
export const OTHER_SHARE = 0.2;
/** BM25 that counts as 1; more shared words add nothing. */
export const FULL_BM25 = 30;
/** Weights of the score of a paragraph beside 1 for its similarity. */
export const DEFAULT_WEIGHTS: Weights = { similarity: 1, lexical: 0.6, reading: 0.4 };

/*
 * Reading
 */

/**
 * Paragraphs that the reader is given for each thing asked; a reading takes some 15 ms. On 36
 * excerpts that no model was trained on (648 questions) the right paragraph is first in .869 without
 * a reader, .887 with two, .895 with four.
 */
export const READ_PARAGRAPHS = 4;
/** Paragraphs after which no other is read where one of them answers (1 to READ_PARAGRAPHS). */
export const FIRST_READ = 2;
/** Logit of a paragraph that is taken to answer. */
export const ANSWERING_LOGIT = 0;
/** Paragraphs that are read for all things asked together. */
export const MAX_READ_PARAGRAPHS = 4;
/** Sentences of a long paragraph that are read, those around the nearest. */
export const MAX_READ_SENTENCES = 12;
/** Logits between which a reading goes from 0 to 1. */
export const READING_RANGE = { from: -6, to: 6 } as const;
/** Weight of what the reader makes of a sentence beside 1 for its similarity. */
export const SENTENCE_READING_WEIGHT = 0.5;

/*
 * Reranking: what a paragraph gains, on scores of 0 to about 1, by what the question asks for
 */

/**
 * Score, in place of its own, of what stands at a place that the question names and asks nothing of:
 * above all that words can earn, and the same for all of an article. Chosen by hand.
 */
export const NAMED_PLACE_SCORE = 3;
/**
 * Added to what stands at a place that the question asks something of: above all that words can earn
 * elsewhere, while within it words decide. Chosen by hand.
 */
export const NAMED_PLACE_BONUS = 2;
/** Added to what stands at the number that comes closest where a place is missing. By hand. */
export const CLOSEST_NUMBER_BONUS = 2;
/** Added where the paragraph holds a phrase that the question has in quotes. Chosen by hand. */
export const PHRASE_BONUS = 0.3;
/** Added where an earlier question that this one leans on names the paragraph. Chosen by hand. */
export const LEANT_ON_BONUS = 0.3;
/**
 * Added to the paragraphs of the one document that the question names: enough between two that suit
 * equally well, too little to hide a better one elsewhere. Chosen by hand.
 */
export const NAMED_DOCUMENT_BONUS = 0.05;

/*
 * Choosing
 */

/** Paragraphs of the whole question among which those of its halves are sought. Chosen by hand. */
export const SPLIT_CANDIDATES = 6;
/**
 * How much better two paragraphs must suit the halves of a question than any one suits both, as a
 * share of the latter (0 and up). Chosen by hand.
 */
export const MIN_SPLIT_GAIN = 0.02;
/**
 * How good the weaker of the two must be for the whole question, as a share of the stronger (0 to
 * 1). Chosen by hand.
 */
export const MIN_SPLIT_SHARE = 0.6;
/** Paragraphs that a LangChain chain gets, unless it is told otherwise (1 and up). By hand. */
export const DEFAULT_TOP_K = 10;
