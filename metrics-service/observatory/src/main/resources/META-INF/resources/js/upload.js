/** Frames by drag and drop or by choice, a few at a time, each with its progress and its answer. */
import { byId, fromTemplate } from './dom.js';
import { bytes } from './format.js';
import { maySend } from './session.js';

const AT_A_TIME = 2;
const waiting = [];
let running = 0;

export function enableUploads() {
  const adder = byId('adder');
  const files = byId('files');
  const show = () => adder.showModal();
  byId('add').addEventListener('click', show);
  byId('empty-add').addEventListener('click', show);
  byId('tray-close').addEventListener('click', () => { byId('tray').hidden = true; });
  files.addEventListener('change', () => {
    upload([...files.files]);
    files.value = '';
    adder.close();
  });
  enableDrop();
}

function enableDrop() {
  const veil = byId('drop');
  let depth = 0;
  const carriesFiles = (event) => maySend() && [...(event.dataTransfer?.types ?? [])].includes('Files');
  const over = (inside) => { depth = Math.max(0, depth + (inside ? 1 : -1)); veil.hidden = depth === 0; };
  addEventListener('dragenter', (event) => { if (carriesFiles(event)) { event.preventDefault(); over(true); } });
  addEventListener('dragleave', (event) => { if (carriesFiles(event)) over(false); });
  addEventListener('dragover', (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    veil.hidden = true;
    if (byId('adder').open) byId('adder').close();
    upload([...event.dataTransfer.files]);
  });
}

function upload(files) {
  byId('tray').hidden = files.length === 0 && byId('tray').hidden;
  for (const file of files) {
    const row = fromTemplate('upload-template');
    row.querySelector('.upload-name').textContent = file.name;
    byId('uploads').prepend(row);
    waiting.push({ file, row, target: byId('target-name').value.trim(), palette: byId('palette-name').value });
  }
  next();
}

function next() {
  while (running < AT_A_TIME && waiting.length) {
    running += 1;
    send(waiting.shift()).finally(() => { running -= 1; next(); });
  }
}

function send({ file, row, target, palette }) {
  const progress = row.querySelector('progress');
  const state = row.querySelector('.upload-state');
  const say = (kind, text) => {
    row.dataset.state = kind;
    state.textContent = text;
    if (kind !== 'sending') {
      progress.remove();
      byId('upload-news').textContent = `${file.name}: ${text}`;
    }
  };
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ fileName: file.name });
    if (target) query.set('target', target);
    if (palette) query.set('palette', palette);
    request.open('POST', `/api/frames?${query}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => {
      progress.value = event.loaded / (event.total || file.size || 1);
      say('sending', `${bytes(event.loaded)} of ${bytes(file.size)}`);
    };
    request.onload = () => {
      const { kind, words } = verdict(request.status, request.responseText);
      say(kind, words);
      resolve();
    };
    request.onerror = () => { say('failed', 'The connection was lost before an answer came'); resolve(); };
    request.send(file);
  });
}

/** What came of a frame that was sent: its state, and what is said of it. */
export function verdict(status, text) {
  let answer = {};
  try { answer = JSON.parse(text); } catch { /* not one of ours */ }
  if (status >= 300) return { kind: 'failed', words: answer.detail ?? `The answer was ${status}` };
  return { kind: 'done', words: answer.frames?.[0]?.status === 'duplicate' ? 'This frame is known already' : 'Taken in, now developing' };
}
