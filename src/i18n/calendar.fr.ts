import type { calendarEn } from './calendar.en.ts';

/** What the pages of hearings say in French. */
export const calendarFr: Record<keyof typeof calendarEn, string> = {
  'month.title': 'Audiences : {month}',
  'month.skip': 'Aller aux audiences',
  'month.others': 'Autres mois',
  'month.caption': 'Chaque audience figure à la date et à l’heure de son tribunal.',
  'month.all': 'Toutes les audiences du mois',
  'month.none': 'Aucune audience n’est connue pour ce mois.',
  'month.undated': 'Date à confirmer',
  'month.cut': 'Il y a plus d’audiences que les {count} de cette page.',
  'month.linkUntil':
    'Quiconque a ce lien peut lire cette page jusqu’au {time}. Ne le transmettez pas. Seuls des noms de code figurent ici.',
  'month.court': '{time}, à l’heure du tribunal ({zone})',
  'month.reader': '{time}, à votre heure ({zone})',
  'month.clock.skipped':
    'Les horloges sautent cette heure ce jour-là : elle se lit comme la même heure après le saut.',
  'month.clock.doubled': 'Les horloges montrent cette heure deux fois ce jour-là.',
  'month.access': 'Accès : {access}; {permission}',
  'month.attendance':
    '{count, plural, =0 {Personne n’y assiste encore.} one {Une personne ou organisation y assiste.} other {# y assistent.}}',
  'month.reference': 'Référence : {id}',
  'month.state.cancelled': 'annulée',
  'month.state.held': 'tenue',
  'month.closed.title': 'Ce lien n’ouvre rien',
  'month.closed.expired':
    'Le lien était valable un jour. Écrivez « audiences » à Vigil dans Teams pour en avoir un autre.',
  'month.closed.unknown':
    'Écrivez « audiences » à Vigil dans Teams pour avoir un lien vers votre calendrier.',
};
