// @ts-check
// A dialog of the page itself: a question with two answers. The browser keeps the focus inside it.
import { Refused } from './api.js';
import { freshId, h } from './dom.js';

/**
 * @param {{
 *   title: string,
 *   body: Node | string,
 *   yes: string,
 *   no: string,
 *   danger?: boolean,
 *   testid?: string,
 *   onYes: () => Promise<string | null> | string | null,
 *   onNo?: () => void,
 * }} question `onYes` answers what is wrong, or null when it is done.
 */
export function askDialog({ title, body, yes, no, danger = false, testid = 'ask', onYes, onNo = () => {} }) {
  const titleId = freshId('ask');
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const confirm = h(
    'button',
    { type: 'submit', class: danger ? 'button danger' : 'button primary', 'data-testid': `${testid}-yes` },
    yes,
  );
  let answered = false;
  const dialog = h(
    'dialog',
    {
      class: 'modal ask',
      'aria-labelledby': titleId,
      'data-testid': testid,
      onclose: () => {
        dialog.remove();
        if (!answered) onNo();
      },
    },
    h(
      'form',
      {
        method: 'dialog',
        onsubmit: async (/** @type {Event} */ event) => {
          event.preventDefault();
          confirm.disabled = true;
          const wrong = await settle(onYes);
          confirm.disabled = false;
          problem.hidden = wrong === null;
          problem.textContent = wrong;
          if (wrong !== null) return;
          answered = true;
          dialog.close();
        },
      },
      h('header', { class: 'modal-head' }, h('h2', { id: titleId }, title)),
      h('div', { class: 'modal-body' }, body, problem),
      h(
        'footer',
        { class: 'modal-foot' },
        h(
          'button',
          { type: 'button', class: 'button', 'data-testid': `${testid}-no`, onclick: () => dialog.close() },
          no,
        ),
        confirm,
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  if (!dialog.querySelector('input, textarea')) confirm.focus();
}

/** @param {() => Promise<string | null> | string | null} work */
async function settle(work) {
  try {
    return await work();
  } catch (error) {
    return error instanceof Refused ? error.message : 'Something went wrong in this page. Try again.';
  }
}

/**
 * Slack's confirm object, asked; true when the person goes on.
 * @param {any} confirm
 * @param {(object: any) => Node | string} drawText
 * @returns {Promise<boolean>}
 */
export function askConfirm(confirm, drawText) {
  return new Promise((resolve) => {
    askDialog({
      title: confirm.title?.text ?? 'Are you sure?',
      body: confirm.text ? drawText(confirm.text) : '',
      yes: confirm.confirm?.text ?? 'Yes',
      no: confirm.deny?.text ?? 'Cancel',
      danger: confirm.style === 'danger',
      testid: 'confirm',
      onYes: () => {
        resolve(true);
        return null;
      },
      onNo: () => resolve(false),
    });
  });
}
