import type { hearingsEn } from './hearings.en.ts';

/** La même chose en français. */
export const hearingsFr: Record<keyof typeof hearingsEn, string> = {
  'hearing.whenOver': '{when} : {state}',
  'hearing.accessLine': 'Accès : {access}; {permission}. {attendance}',

  'hearing.list.mine': 'Vos audiences des 30 prochains jours',
  'hearing.list.channel': 'Audiences suivies par ce canal, dans les 30 prochains jours',
  'hearing.list.group': 'Audiences suivies par cette conversation, dans les 30 prochains jours',
  'hearing.list.mission': '{mission} : audiences des 30 prochains jours',
  'hearing.list.case': 'Affaire {caseName} : toutes les audiences',
  'hearing.list.count': '{count, plural, one {Une audience.} other {# audiences.}}',
  'hearing.list.heading': '{title} – {id}',
  'hearing.list.noneMine':
    'Aucune à laquelle vous assistez, que vous suivez ou dont votre mission est responsable. Écrivez « suivre l’affaire HERON » pour en suivre une, ou « ajouter une audience » pour en inscrire une.',
  'hearing.list.noneHere':
    'Aucune parmi ce qui est suivi ici. Écrivez « suivre l’affaire HERON » ou « suivre la mission Bogota » pour suivre davantage, ou « ajouter une audience » pour en inscrire une.',
  'hearing.list.none': 'Aucune n’est connue. Écrivez « ajouter une audience » pour en inscrire une.',
  'hearing.list.unknown':
    'Je ne connais ni mission ni affaire « {name} ». Écrivez « audiences de » suivi du nom d’une mission ou du nom de code d’une affaire.',
  'hearing.list.previous': 'Plus tôt',
  'hearing.list.next': 'Plus tard',
  'hearing.list.month': 'Vue du mois',
};
