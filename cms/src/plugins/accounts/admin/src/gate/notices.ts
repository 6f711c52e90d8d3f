const ENDED = 'gongkai-session-ended';
const ENDED_ID = 'accounts-session-ended';
const DEMONSTRATION_ID = 'accounts-demonstration';

const STYLE = 'position:fixed;left:50%;transform:translateX(-50%);z-index:2000;box-sizing:border-box;max-width:calc(100vw - 16px);border-radius:4px;font:14px/1.6 sans-serif;';

const place = (id: string): HTMLElement => {
  document.getElementById(id)?.remove();
  const element = document.createElement('div');
  element.id = id;
  document.body.append(element);
  return element;
};

const showEnded = (message: string): void => {
  const notice = place(ENDED_ID);
  notice.setAttribute('role', 'alert');
  notice.style.cssText = `${STYLE}top:8px;width:560px;padding:12px 16px;display:flex;gap:12px;align-items:flex-start;background:#fff4e5;color:#6b3a00;border:1px solid #d98b1f;`;
  const text = document.createElement('span');
  text.textContent = message;
  text.style.flex = '1';
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '知道了';
  close.style.cssText = 'border:1px solid currentColor;border-radius:4px;background:none;color:inherit;font:inherit;padding:0 8px;cursor:pointer;white-space:nowrap;';
  close.addEventListener('click', forgetEnded);
  notice.append(text, close);
};

/** Why the session is over stays in sight while Strapi goes to its login page, through a reload, too, until somebody has logged in. */
export const tellEnded = (message: string): void => {
  if (sessionStorage.getItem(ENDED) === message) return;
  sessionStorage.setItem(ENDED, message);
  showEnded(message);
};

export const forgetEnded = (): void => {
  sessionStorage.removeItem(ENDED);
  document.getElementById(ENDED_ID)?.remove();
};

export const tellEndedAgain = (): void => {
  const message = sessionStorage.getItem(ENDED);
  if (message) showEnded(message);
};

/** A system without a second factor says so on every page. */
export const tellDemonstration = (): void => {
  if (document.getElementById(DEMONSTRATION_ID)) return;
  const notice = place(DEMONSTRATION_ID);
  notice.setAttribute('role', 'note');
  // On the upper edge, above every bar's buttons, and not there under the pointer.
  notice.style.cssText = `${STYLE}top:0;padding:0 10px;border-radius:0 0 4px 4px;background:#32324d;color:#fff;font-size:11px;line-height:16px;pointer-events:none;white-space:nowrap;`;
  notice.textContent = '演示系统：没有启用双因素登录';
};
