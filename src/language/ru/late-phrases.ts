import type { LatePhrases } from '../rules/late-phrases.js';

export const LATE_PHRASES: LatePhrases = {
  openInText: 'Открыть в тексте',
  opensNewTab: 'откроется в новой вкладке',
  copied: 'Скопировано',
  notCopied: 'Браузер не разрешает копировать здесь.',
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
