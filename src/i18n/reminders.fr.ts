import type { remindersEn } from './reminders.en.ts';

/** What Vigil says of hearings by itself in French, and on the cards of hearings. */
export const remindersFr: Record<keyof typeof remindersEn, string> = {
  'reminder.countdown.days': '{count, plural, one {demain} other {dans # jours}}',
  'reminder.countdown.today': 'aujourd’hui',
  'reminder.countdown.hours': '{count, plural, one {dans une heure} other {dans # heures}}',
  'reminder.countdown.minutes': '{count, plural, one {dans une minute} other {dans # minutes}}',
  'reminder.countdown.begun': 'elle a commencé',
  'reminder.state.to-be-announced': 'date à confirmer',
  'reminder.state.cancelled': 'audience annulée',
  'reminder.state.held': 'audience tenue',
  'reminder.lead': '{caseName}, {kind} : {when}',
  'reminder.leadUnattended': 'Personne n’y assiste encore : {caseName}, {kind}, {when}',
  'reminder.late': 'En retard : ce rappel aurait dû vous parvenir plus tôt.',
  'reminder.lateSummary': 'En retard : {text}',
  'reminder.courtTime': '{time}, à l’heure du tribunal ({zone})',
  'reminder.readerTime': '{time}, à votre heure',
  'reminder.adjournedFrom': 'Ajournée; elle était fixée au {time}, à l’heure du tribunal',
  'reminder.access': 'Accès : {access}',
  'reminder.accessUnknown': 'Accès : inconnu',
  'reminder.permission.not-requested': 'Autorisation d’y assister : non demandée',
  'reminder.permission.requested': 'Autorisation d’y assister : demandée le {requestedOn}',
  'reminder.permission.granted': 'Autorisation d’y assister : accordée le {answeredOn}',
  'reminder.permission.refused': 'Autorisation d’y assister : refusée le {answeredOn}',
  'reminder.reference': '{id}, mission : {mission}',
  'reminder.whyAsk':
    'L’autorisation a été refusée; l’audience reste au calendrier. Pourquoi la demande comptait :',
  'reminder.outcome.attended': 'Un fonctionnaire y a assisté.',
  'reminder.outcome.not-admitted': 'Des fonctionnaires se sont présentés et n’ont pas été admis.',
  'reminder.outcome.nobody': 'Personne n’y a assisté.',
  'reminder.result.adjourned': 'Elle a été ajournée.',
  'reminder.result.verdict': 'Un jugement a été rendu.',
  'reminder.result.continues': 'La procédure se poursuit.',
  'reminder.result.unknown': 'Le résultat n’est pas connu.',
  'reminder.next': 'Audience suivante : {id}',

  'reminder.roster': 'Qui y assiste',
  'reminder.roster.nobody': 'Personne encore',
  'reminder.roster.official':
    '{name}{mission, select, none {} other { ({mission})}}{lead, select, yes {, observation principale} other {}}{confirmed, select, yes {, présence confirmée} other {}}',
  'reminder.roster.partner.mission': '{organisation} (mission partenaire)',
  'reminder.roster.partner.ngo': '{organisation} (organisme)',
  'reminder.roster.more':
    '{count, plural, one {Une autre présence n’a pas de place ici.} other {# autres présences n’ont pas de place ici.}}',
  'reminder.roster.interpreter': 'Il faut un interprète.',
  'reminder.roster.somebody': 'un fonctionnaire qui ne figure plus au répertoire',

  'reminder.attend': 'J’y assisterai',
  'reminder.cant': 'Je ne peux pas',
  'reminder.confirm': 'J’y assiste toujours',
  'reminder.manage': 'Présences',
  'reminder.permission': 'Autorisation',
  'reminder.permission.askedOf':
    'À qui a-t-elle été demandée? (renseignement sensible, montré sur demande seulement)',
  'reminder.permission.on': 'Quel jour, selon le calendrier du tribunal? (aujourd’hui si rien n’est indiqué)',
  'reminder.permission.press.requested': 'Autorisation demandée',
  'reminder.permission.press.granted': 'Autorisation accordée',
  'reminder.permission.press.refused': 'Autorisation refusée',
  'reminder.adjourned': 'Ajournée',
  'reminder.details': 'Détails',
  'reminder.record': 'Consigner l’issue',
  'reminder.back': 'Retour',

  'reminder.turns': 'À qui le tour',
  'reminder.turns.none': 'Aucune autre mission ne suit cette affaire.',
  'reminder.turn':
    '{mission} : a assisté à {count, plural, one {une audience} other {# audiences}} de l’affaire depuis un an, la dernière fois le {last}',
  'reminder.turn.never':
    '{mission} : {count, plural, =0 {n’a assisté à aucune audience} one {a assisté à une audience} other {a assisté à # audiences}} de l’affaire depuis un an',
  'reminder.partner.mission': 'La mission d’un autre pays',
  'reminder.partner.ngo': 'Un organisme',
  'reminder.manage.lead': 'Je dirige l’observation',
  'reminder.manage.interpreter': 'Interprète nécessaire',
  'reminder.manage.noInterpreter': 'Aucun interprète nécessaire',
  'reminder.manage.suggest': 'À qui le tour?',
  'reminder.manage.change': 'Échange, observation principale',
  'reminder.manage.person': 'Parmi celles et ceux qui y assistent',
  'reminder.manage.takeOver': 'J’y vais à sa place',
  'reminder.manage.nameLead': 'Cette personne dirige l’observation',
  'reminder.manage.handOver': 'Céder mon tour',
  'reminder.manage.to': 'À quel fonctionnaire? Écrivez son nom tel que Teams le montre',
  'reminder.manage.writeName': 'Écrivez un nom.',
  'reminder.manage.partner': 'Partenaires',
  'reminder.manage.organisation': 'Quelle mission ou quel organisme? Jamais le nom d’une personne',
  'reminder.manage.writeOrganisation': 'Écrivez le nom de la mission ou de l’organisme.',
  'reminder.manage.partnerKind': 'De quoi s’agit-il?',
  'reminder.manage.addPartner': 'Y assiste',
  'reminder.manage.removePartner': 'N’y assiste pas',

  'reminder.ask.observer':
    'La question vous est posée en tant que responsable de permanence ({mission}) : qui peut y assister? Inscrivez-vous, ou voyez sous « Présences » à qui le tour.',
  'reminder.ask.observerAgain':
    'Une personne vient de se désister. La question vous est posée en tant que responsable de permanence ({mission}) : qui peut y assister maintenant?',
  'reminder.ask.confirm': 'Vous devez y assister. Veuillez indiquer si c’est toujours le cas.',
  'reminder.ask.named':
    '{name} vous a cédé son tour : vous devez y assister. Veuillez indiquer si vous le pouvez.',
  'reminder.ask.outcome.1': 'Vous deviez observer cette audience. Quelle en a été l’issue?',
  'reminder.ask.outcome.2': 'L’issue de cette audience n’est toujours pas consignée. Quelle a-t-elle été?',
  'reminder.ask.outcome.3':
    'Personne n’a consigné l’issue de cette audience. La question vous est posée en tant que chef de mission.',
  'reminder.ask.outcomeSummary': 'Quelle a été l’issue de l’audience? {caseName}, {id}',

  'reminder.form.title': '{caseName}, {kind} : l’issue ({id})',
  'reminder.form.attendance': 'Qui y a assisté?',
  'reminder.form.result': 'Quelle en a été l’issue?',
  'reminder.form.observed': 'Ce qui a été observé (sensible, chiffré)',
  'reminder.form.verdict': 'Le jugement, s’il a été rendu (sensible, chiffré)',
  'reminder.form.concerns': 'Préoccupations, par exemple l’équité de la procédure (sensible, chiffré)',
  'reminder.form.next': 'L’audience suivante',
  'reminder.form.nextIntro':
    'À l’heure du tribunal ({zone}). Le tribunal, le lieu et l’accès restent les mêmes; ils peuvent être modifiés.',
  'reminder.form.nextWhether': 'Le tribunal siège-t-il de nouveau?',
  'reminder.form.next.none': 'Non, ou cela n’est pas connu',
  'reminder.form.next.dated': 'Oui, à cette date',
  'reminder.form.next.to-be-announced': 'Oui, la date reste à confirmer',
  'reminder.form.nextDate': 'Date',
  'reminder.form.nextTime': 'Heure',
  'reminder.form.nextKind': 'Nature',
  'reminder.form.dateNeeded':
    'Rien n’est encore consigné : il faut une date et une heure pour l’audience suivante.',
  'reminder.form.notRecorded': 'Rien n’est encore consigné. {why}',

  'reminder.notes.title': '{id}, {caseName} : détails',
  'reminder.notes.intro': 'Gardez cela pour vous : le fait que vous l’avez ouvert est consigné.',
  'reminder.notes.none':
    'Rien de plus n’est noté sur cette audience. Le fait que vous avez ouvert cette carte est consigné.',
  'reminder.note.judge': 'Juge',
  'reminder.note.charges': 'Accusations',
  'reminder.note.askedOf': 'Autorisation demandée à',
  'reminder.note.observed': 'Ce qui a été observé',
  'reminder.note.reason': 'Pourquoi elle a été annulée',
  'reminder.note.verdict': 'Jugement',
  'reminder.note.concerns': 'Préoccupations',

  'reminder.told.added': 'Une nouvelle audience est au calendrier.',
  'reminder.told.moved': 'L’audience a été déplacée. Veuillez confirmer votre présence à la nouvelle date.',
  'reminder.told.renamed': '{id}, {before} : l’affaire porte désormais le nom de code {caseName}.',
  'reminder.told.corrected': '{id}, {caseName} : l’heure a été rectifiée. L’audience a lieu le {when}.',
  'reminder.told.adjourned': '{id}, {caseName} : audience ajournée au {when}.',
  'reminder.told.announced': '{id}, {caseName} : la date est connue, {when}.',
  'reminder.told.undated': '{id}, {caseName} : audience ajournée; la date reste à confirmer.',
  'reminder.told.cancelled': '{id}, {caseName} : audience annulée.',
  'reminder.told.outcome': '{id}, {caseName} : {attendance} {result}',
  'reminder.told.next': '{id}, {caseName} : {attendance} {result} L’audience suivante est {next}.',
  'reminder.told.granted': '{id}, {caseName} : l’autorisation d’y assister a été accordée.',
  'reminder.told.refused':
    '{id}, {caseName} : l’autorisation d’y assister a été refusée. L’audience reste au calendrier : « {words} » ({section})',
  'reminder.told.bothTimes': '{court}; {reader} ({zone})',
  'reminder.told.replaced': '{id}, {caseName} : {name} y assiste à votre place.',
  'reminder.told.leadPassed':
    '{id}, {caseName} : {name} ne peut plus y assister. L’observation principale vous revient.',
  'reminder.told.lead': '{id}, {caseName} : {name} vous a confié l’observation principale.',

  'reminder.notDown': 'Vous ne figuriez pas sur la liste de présence; rien n’a été changé.',
  'reminder.unknownPerson':
    'Le répertoire ne contient personne du nom de « {name} », ou plusieurs. Rien n’a été changé.',
  'reminder.notes.notYours':
    'Les détails de cette audience sont réservés à sa mission, aux personnes qui y assistent et aux directions de l’Administration centrale qui en répondent.',
  'reminder.notes.noChat':
    'Ceci n’est pas montré dans un canal, et je ne connais pas encore de conversation avec vous. Écrivez-moi d’abord dans celle-ci, par exemple « aide ».',
  'reminder.notes.sentToChat':
    'Je vous ai envoyé les détails dans votre conversation avec moi : ils ne sont pas montrés dans un canal.',
  'reminder.form.sentToChat': 'Je vous ai envoyé le formulaire dans votre conversation avec moi.',

  'reminder.digest': 'Cette semaine : {count, plural, one {une audience} other {# audiences}}',
  'reminder.digest.more':
    '{count, plural, one {Une autre audience n’a pas de place ici.} other {# autres audiences n’ont pas de place ici.}} Pour les voir toutes, mentionnez @Vigil et écrivez « audiences ».',
};
