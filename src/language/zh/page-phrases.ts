import type { PagePhrases } from '../rules/page-phrases.js';

export const PAGE_PHRASES: PagePhrases = {
  lead: '答案由文本中的原句组成。每个数字都会打开所在段落，并标出所依据的文字。',
  greeting: '您想了解什么？',
  needsScript: '提问需要 JavaScript。请允许本页使用，或通过 {request} 提问。不用它也可以阅读文本。',
  texts: '文本',
  textsToSearch: '检索范围',
  paragraphs: { other: '{} 段' },
  read: '阅读',
  readText: '阅读{}',
  atLeastOne: '至少检索一个文本。',
  onYourSite: '用在您的网站上',
  howToEmbed: '在服务器的 {setting} 中填写网站地址（如 {origin}），再粘贴以下任一代码。',
  launcher: '角落里的按钮',
  inPage: '页面中的指定位置',
  pinned: '固定为此版本',
  pinnedNote: '浏览器只运行与此完全一致的文件。服务器升级后请重新复制。',
  copy: '复制',
  copyOf: '复制：{}',
  copied: '已复制',
  skip: '跳过',
  skipTo: '跳到内容',
};
