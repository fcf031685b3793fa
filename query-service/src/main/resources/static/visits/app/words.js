// The words of the app. Both languages lie on the phone; the choice is the one made in the office's pages, else the browser's.
import { en } from './en.js';
import { zh } from './zh.js';

const all = { zh, en };
const chosen = document.cookie.split('; ').find(one => one.startsWith('doorstep-language='))?.slice(18);
let now = all[chosen] ? chosen : (localStorage.getItem('doorstep-language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
if (!all[now]) now = 'zh';

export const language = () => now === 'zh' ? 'zh-CN' : 'en';
const other = () => now === 'zh' ? 'en' : 'zh';

const fill = (text, values) => text.replace(/\{(\d)\}/g, (whole, i) => values[i] ?? '');

/** Words in the reader's language; a constant that nobody named stands for itself. */
export const say = (key, ...values) => fill(all[now][key] ?? key, values);
export const knows = key => all[now][key] !== undefined;
export const heading = key => ({ words: say(key), other: all[other()][key], lang: other() === 'zh' ? 'zh-CN' : 'en' });

export function choose(language) {
  now = language;
  localStorage.setItem('doorstep-language', language);
  document.cookie = `doorstep-language=${language}; path=/; max-age=31536000; samesite=lax`;
}

export const day = text => text ? new Intl.DateTimeFormat(language(), { month: 'numeric', day: 'numeric', year: 'numeric' }).format(new Date(text)) : '';
export const moment = text => text ? new Intl.DateTimeFormat(language(), { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(text)) : '';
