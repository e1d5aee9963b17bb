/** What people type about sign-off, in each language. */
export const typed = {
  en: {
    language: 'language English',
    ask: 'request sign-off',
    urgent: 'urgent action taken',
    mine: 'my requests',
    waiting: 'waiting for me',
    find: 'find request plover',
    status: 'status',
    delegate: 'delegate to Omar Haddad until',
    endDelegation: 'end delegation',
    link: 'link this channel to desk human-rights',
  },
  fr: {
    language: 'langue français',
    ask: 'demander un aval',
    urgent: 'mesure urgente prise',
    mine: 'mes demandes',
    waiting: 'en attente de moi',
    find: 'chercher une demande plover',
    status: 'statut',
    delegate: 'déléguer à Omar Haddad jusqu’au',
    endDelegation: 'fin de la délégation',
    link: 'rattacher ce canal à la direction human-rights',
  },
} as const;
