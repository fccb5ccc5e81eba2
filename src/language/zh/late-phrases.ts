import type { LatePhrases } from '../rules/late-phrases.js';

export const LATE_PHRASES: LatePhrases = {
  openInText: '在文本中打开',
  opensNewTab: '在新标签页中打开',
  copied: '已复制',
  notCopied: '浏览器不允许在此处复制。',
  conversations: '对话',
  thisOne: '本次对话',
  markdown: '保存为带脚注的 Markdown',
  bibtex: '将引文保存为 BibTeX',
  csl: '将引文保存为 CSL-JSON',
  print: '打印',
  earlier: '此浏览器中的历史对话',
  search: '搜索',
  rename: '重命名“{}”',
  name: '对话名称',
  remove: '删除“{}”',
  removed: '已删除“{}”。',
  undo: '撤销',
  none: '未找到任何内容。',
};
