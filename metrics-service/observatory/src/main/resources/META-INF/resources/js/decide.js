/** The dialog for whatever a person decides. */
import { byId } from './dom.js';

/** Asks for a reason and a name, which stay in the history; then acts, and says when it is done. */
export function ask({ title, explanation, verb, act, done = () => {} }) {
  const dialog = byId('decide');
  const problem = byId('decide-problem');
  byId('decide-title').textContent = title;
  byId('decide-explanation').textContent = explanation;
  byId('decide-reason').value = '';
  byId('decide-by').value = localStorage.getItem('decided-by') ?? '';
  problem.textContent = '';
  const go = byId('decide-go');
  go.textContent = verb;
  go.disabled = false;
  byId('decide-form').onsubmit = async (event) => {
    if (event.submitter !== go) return;
    event.preventDefault();
    go.disabled = true;
    try {
      const words = { reason: byId('decide-reason').value.trim(), by: byId('decide-by').value.trim() };
      localStorage.setItem('decided-by', words.by);
      await act(words);
      dialog.close();
      done();
    } catch (error) {
      problem.textContent = error.message;
      go.disabled = false;
    }
  };
  dialog.showModal();
}
