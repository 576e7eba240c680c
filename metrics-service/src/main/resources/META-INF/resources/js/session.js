/** Where the observatory asks for a key: who has no session any more is asked again, who has one can end it. */
import { byId } from './dom.js';

const ADDRESS = '/session';

/** Goes to the page that asks for the key where the session has ended. */
export async function askAgainIfEnded() {
  const session = await (await fetch(ADDRESS)).json();
  if (session.needed && !session.known) location.reload();
  return session;
}

export async function offerSignOut() {
  const button = byId('sign-out');
  button.addEventListener('click', async () => {
    await fetch(ADDRESS, { method: 'DELETE' });
    location.reload();
  });
  const session = await askAgainIfEnded();
  button.hidden = !session.signedIn;
}
