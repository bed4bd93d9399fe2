// Gives an owner the policy as a page for customers: to read in Slack, and as a file to attach where it is needed.
import { customerPage, customerPageHtml } from '../core/policy-page.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { notOwner } from './change-policy.ts';
import { mayChangeSettings } from './change-settings.ts';

export type Published = { readonly kind: 'told'; readonly words: string };

export async function publishPolicy(ports: Ports, user: string): Promise<Published | Refused> {
  const [settings, { policy }] = await Promise.all([ports.store.settings(), ports.store.policy()]);
  if (!mayChangeSettings(settings, user)) return notOwner(settings);
  if (settings.businessName === '') {
    return {
      kind: 'refused',
      because:
        'Say first what your business is called, under Settings on my Home tab: it stands on the page.',
    };
  }
  const page = customerPage(policy, settings);
  await ports.chat.givePage(user, page, { name: 'payment-terms.html', content: customerPageHtml(page) });
  return {
    kind: 'told',
    words: 'The page is in your direct message with me, with a file to attach to a mail.',
  };
}
