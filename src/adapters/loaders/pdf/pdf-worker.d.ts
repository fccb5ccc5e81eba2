/** Has no types of its own; it is imported for what it does. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
