// @ts-check
// What an agent is doing: a plan with its tasks, or a single task; and the tasks of an answer being streamed.
import { h, linkTarget } from '../dom.js';
import { icon } from '../icons.js';
import { markdown } from '../markdown.js';
import { drawRichText } from './rich-text.js';
import { plainWords } from './text.js';

/** @typedef {Record<string, any>} Json */

const WORDS = /** @type {Record<string, string>} */ ({
  pending: 'Waiting',
  in_progress: 'Working',
  complete: 'Done',
  error: 'Failed',
});

/** @param {unknown} said a rich text, or words of Markdown */
function drawSaid(said) {
  if (!said) return null;
  if (typeof said === 'string') return markdown(said);
  return drawRichText(/** @type {Json} */ (said));
}

/** @param {Json} task @returns {HTMLElement} */
export function drawTask(task) {
  const status = task.status in WORDS ? task.status : 'pending';
  const mark = status === 'complete' ? icon('check') : status === 'error' ? icon('warning') : null;
  const sources = task.sources ?? [];
  return h(
    'div',
    { class: `agent-task ${status}` },
    h('span', { class: 'agent-mark', role: 'img', 'aria-label': WORDS[status] }, mark),
    h(
      'div',
      { class: 'agent-words' },
      h(
        'div',
        { class: 'agent-title' },
        typeof task.title === 'string' ? task.title : plainWords(task.title),
      ),
      drawSaid(task.details),
      task.output ? h('div', { class: 'agent-output' }, drawSaid(task.output)) : null,
      sources.length > 0
        ? h(
            'div',
            { class: 'agent-sources' },
            sources.map((/** @type {Json} */ { url, text }) => h('a', linkTarget(url), text ?? url)),
          )
        : null,
    ),
  );
}

/** @param {Json} block @returns {HTMLElement} */
export function drawPlan(block) {
  const tasks = block.tasks ?? [];
  const done = tasks.filter((/** @type {Json} */ { status }) => status === 'complete').length;
  return h(
    'section',
    { class: 'agent-plan' },
    h(
      'div',
      { class: 'agent-plan-head' },
      h('strong', null, typeof block.title === 'string' ? block.title : plainWords(block.title)),
      tasks.length > 0 ? h('small', null, `${done} of ${tasks.length} done`) : null,
    ),
    tasks.map(drawTask),
  );
}

/** The tasks that came with a stream's chunks, which the server keeps in the message's metadata. @param {Json | null} metadata */
export function drawTasks(metadata) {
  const chunks = Object.values(metadata ?? {}).filter((one) => one !== null && typeof one === 'object');
  const tasks = chunks.filter(({ type }) => type === 'task_update');
  const plan = chunks.find(({ type }) => type === 'plan_update');
  if (plan) return drawPlan({ title: plan.title, tasks });
  return tasks.length > 0 ? h('section', { class: 'agent-plan bare' }, tasks.map(drawTask)) : null;
}
