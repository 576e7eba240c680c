/** Where the observatory asks for a key: who has no session any more is asked again, who has one can end it, and nobody is offered what is refused. */
import { byId } from './dom.js';

const ADDRESS = '/session';

/** Goes to the page that asks for the key where the session has ended. */
export async function askAgainIfEnded() {
  const session = await (await fetch(ADDRESS)).json();
  if (session.needed && !session.known) location.reload();
  // The style sheet hides what is for other roles.
  document.documentElement.dataset.role = session.role;
  return session;
}

/** Whether frames may be sent; the service has the last word. */
export const maySend = () => !['viewer', 'nobody'].includes(document.documentElement.dataset.role);

/** Whether stacks and models may be changed; the service has the last word. */
export const mayOperate = () => maySend() && document.documentElement.dataset.role !== 'uploader';

export async function offerSignOut() {
  const button = byId('sign-out');
  button.addEventListener('click', async () => {
    await fetch(ADDRESS, { method: 'DELETE' });
    location.reload();
  });
  const session = await askAgainIfEnded();
  button.hidden = !session.signedIn;
}
