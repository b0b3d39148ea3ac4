const KEY = 'onefile.language';
const listeners = [];

const remembered = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

const remember = (language) => {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that stores nothing forgets the choice.
  }
};

const prefers = () => (navigator.language.startsWith('zh') ? 'zh' : 'en');

let language = ['zh', 'en'].find((each) => each === remembered()) ?? prefers();

/** The locale for dates and numbers. */
export const locale = () => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** One of `{ zh, en }`. */
export const inLanguage = (words) => words[language];

/** The name of something that has `name` and `nameEn`. */
export const nameOf = ({ name, nameEn }) => (language === 'en' && nameEn ? nameEn : name);

export const onLanguage = (listener) => listeners.push(listener);

const showLanguage = (buttons) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.language === language));
};

/** Both languages stand in the page; its `lang` decides which one is seen. */
export const startLanguage = () => {
  const buttons = [...document.querySelectorAll('button[data-language]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      if (button.dataset.language === language) return;
      language = button.dataset.language;
      remember(language);
      showLanguage(buttons);
      for (const listener of listeners) listener();
    });
  }
  showLanguage(buttons);
};
