import type { RemarkRules } from '../rules/remark-rules.js';

export const REMARKS: RemarkRules = {
  prototypes: {
    greeting: ['Hello', 'Hi there', 'Hey', 'Good morning', 'Good evening', 'How are you?'],
    thanks: [
      'Thanks',
      'Thank you very much',
      'Great, thanks a lot',
      'Perfect',
      'Cool, OK',
      'I see',
    ],
    farewell: ['Goodbye', 'Bye', 'See you later', 'Have a nice day', 'That is all for now'],
    identity: [
      'Who are you?',
      'What are you?',
      'Are you a bot?',
      'Are you an AI?',
      'Who am I talking to?',
      'Are you a human or a machine?',
      'What is your name?',
    ],
    help: [
      'What can I ask?',
      'What can you do?',
      'What do you know?',
      'Help',
      'How does this work?',
      'How do I use this?',
      'What should I ask you?',
      'What kind of questions can you answer?',
      'Give me some example questions',
    ],
    more: [
      'More',
      'Tell me more',
      'Go on',
      'Continue',
      'What else?',
      'Anything else?',
      'More details, please',
    ],
    shorter: [
      'Shorter',
      'Make it shorter',
      'In one sentence',
      'Too long',
      'Be brief',
      'Shorter, please',
    ],
    simpler: [
      'In simpler words',
      'Explain it more simply',
      'Simplify, please',
      'ELI5',
      'Explain it like I am five',
      'I do not understand',
      'In plain English, please',
      'What does that mean in simple terms?',
    ],
    sure: [
      'Are you sure?',
      'Really?',
      'Is that true?',
      'Is that correct?',
      'Is that right?',
      'Is this right?',
      'How do you know?',
      'Show me the proof',
    ],
  },
  replies: {
    greeting: 'Hello. Ask me what the texts say: {titles}.',
    thanks: 'You are welcome. Ask on whenever you like.',
    farewell: 'Goodbye. The texts are here whenever you need them.',
    identity:
      'I am a program that finds answers in {titles}. I answer in their own words and show the ' +
      'paragraph behind every sentence.',
    help: 'Ask in your own words about anything in {titles}, or name a paragraph by its number.',
    nothingBefore: 'There is no answer yet to go on from. Ask a question about {titles} first.',
    noMore: 'That is all I have found on this. Ask about something more particular.',
    simpler:
      'I can only quote the texts as they stand, not put them in simpler words. A narrower question ' +
      'may help.',
    sure: 'These are the paragraphs that the answer stands on, so that you can judge for yourself.',
  },
};
