/** Where and for which poll people campaign: as it is asked, recorded and said of the campaign. */

/** Which of the nations the people are in: registers, voting age and freepost rules differ. */
export const NATIONS = ['england', 'scotland', 'wales', 'northern-ireland', 'several'] as const;

/** Which kind of poll it is for. */
export const POLLS = [
  'uk-parliament',
  'scottish-parliament',
  'senedd',
  'northern-ireland-assembly',
  'local',
  'mayor-or-commissioner',
  'referendum',
  'recall-petition',
  'no-poll',
] as const;
