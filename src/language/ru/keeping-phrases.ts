import type { KeepingPhrases } from '../rules/keeping-phrases.js';

export const KEEPING_PHRASES: KeepingPhrases = {
  conversations: 'Разговоры',
  thisOne: 'Этот разговор',
  markdown: 'Сохранить в Markdown со сносками',
  bibtex: 'Сохранить ссылки в BibTeX',
  csl: 'Сохранить ссылки в CSL-JSON',
  print: 'Напечатать',
  earlier: 'Прежние разговоры в этом браузере',
  search: 'Поиск',
  rename: 'Переименовать «{}»',
  name: 'Название разговора',
  remove: 'Удалить «{}»',
  removed: 'Разговор «{}» удалён.',
  undo: 'Отменить',
  none: 'Ничего не найдено.',
};
