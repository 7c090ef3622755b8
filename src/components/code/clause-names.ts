import type { Campaigner, Moment, Strength } from '../../schemas/read-content.ts';

/** The moments of a campaign, in its order, in words that begin a line. */
export const momentNames: Readonly<Record<Moment, string>> = {
  'before-you-collect': 'Before you collect or start',
  'at-the-door': 'At the door',
  'before-you-contact': 'Before you post, ring, text or advertise',
  'when-someone-objects': 'When someone objects or asks',
  'after-polling-day': 'After polling day',
  'when-you-disband': 'When the group disbands',
};

/** The kinds of campaigner, as one of them would be called. */
export const campaignerNames: Readonly<Record<Campaigner, string>> = {
  'registered-party': 'Registered party',
  'party-candidate': 'Party’s candidate',
  'independent-candidate': 'Independent candidate',
  'elected-representative': 'Elected representative',
  'referendum-campaigner': 'Registered referendum campaigner',
  'non-party-campaigner': 'Registered non-party campaigner',
  'recall-campaigner': 'Registered recall campaigner',
  'unregistered-group': 'Group that is not registered',
  'charity-or-other': 'Charity or other organisation',
  supplier: 'Supplier to a campaign',
};

/** How strongly a statement is put, as a word for the page. */
export function strengthName(strength: Strength): string {
  return strength.replace('-', ' ');
}
