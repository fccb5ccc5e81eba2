import { useEffect, useRef } from 'react';

const loading = new Map();

/** The script is loaded once, whoever asks for it. */
function load(server) {
  if (!loading.has(server)) {
    const script = document.createElement('script');
    script.src = `${server}/widget.js`;
    loading.set(server, script);
    document.head.append(script);
  }
}

/** The chat as a component: attributes as they are, `onAnswer` is told each reply. */
export function DeclarationChat({ server, onAnswer, ...attributes }) {
  const element = useRef(null);
  useEffect(() => load(server), [server]);
  useEffect(() => {
    const chat = element.current;
    const tell = ({ detail }) => onAnswer?.(detail.reply);
    chat?.addEventListener('answer', tell);
    return () => chat?.removeEventListener('answer', tell);
  }, [onAnswer]);
  return <declaration-chat ref={element} server={server} {...attributes} />;
}
