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
  'hearing.list.latest': 'Les {count} dernières audiences; les précédentes ne figurent pas ici.',
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

  'hearing.which':
    'Quelle audience? Donnez sa référence, par exemple : « ajourner HRG-2026-0001 au 3 avril 10 h ». Écrivez « audiences » pour voir les références.',

  'hearing.form.add': 'Ajouter une audience',
  'hearing.form.edit': 'Modifier {id} : {caseName}',
  'hearing.form.adjourn': 'Ajourner {id} : {caseName}',
  'hearing.form.intro':
    'Utilisez seulement le nom de code, jamais un nom réel. Tout vous est relu avant d’être inscrit.',
  'hearing.form.adjournIntro':
    'Donnez la nouvelle date et l’heure, à l’horloge du tribunal. Elles vous sont relues avant d’être inscrites.',
  'hearing.form.problems': 'Rien n’est encore inscrit :',
  'hearing.form.caseName': 'Nom de code de l’affaire',
  'hearing.form.caseNameHint': 'Par exemple : HERON',
  'hearing.form.kind': 'Type d’audience',
  'hearing.form.place': 'Ville du tribunal, d’où découle son fuseau horaire',
  'hearing.form.placeHint': 'Par exemple : Bogota, ou San José, Costa Rica',
  'hearing.form.court': 'Tribunal (facultatif)',
  'hearing.form.courtHint': 'Par exemple : Juzgado 3',
  'hearing.form.date': 'Date de l’audience',
  'hearing.form.time': 'Heure, à l’horloge du tribunal',
  'hearing.form.noDate': 'Pas encore de date?',
  'hearing.form.toBeAnnounced': 'Le tribunal doit encore annoncer la date',
  'hearing.form.access': 'Accès',
  'hearing.form.mission': 'Mission responsable',
  'hearing.form.notes':
    'Notes sensibles : chiffrées, jamais dans un canal, montrées sur demande seulement, et chaque consultation est consignée.',
  'hearing.form.judge': 'Juge (facultatif)',
  'hearing.form.charges': 'Accusations (facultatif)',
  'hearing.form.check': 'Vérifier',
  'hearing.form.discard': 'Abandonner',
  'hearing.form.discarded': 'Abandonné. Rien n’a été inscrit.',
  'hearing.form.gone':
    'Ce formulaire a déjà été envoyé ou n’est plus conservé. Écrivez « audiences » pour voir ce qui est au calendrier.',
  'hearing.form.inYourChat': 'C’est dans votre propre conversation avec Vigil.',
  'hearing.form.noChatYet': 'Écrivez d’abord à Vigil dans une conversation à vous, puis demandez à nouveau.',

  'hearing.form.problem.name-invalid':
    'Le nom de code demande de 2 à 40 lettres, chiffres, espaces ou traits d’union, comme HERON. N’utilisez jamais un nom réel.',
  'hearing.form.problem.mission-unknown': 'Choisissez la mission responsable.',
  'hearing.form.problem.place-missing': 'Nommez la ville du tribunal : son fuseau horaire en découle.',
  'hearing.form.problem.place-unknown':
    'Je ne connais pas cette ville. Essayez la grande ville la plus proche, ajoutez le pays ou écrivez le fuseau horaire, comme America/Bogota.',
  'hearing.form.problem.court-too-long': 'Le nom du tribunal est trop long : au plus 200 caractères.',
  'hearing.form.problem.place-too-long': 'Le nom de la ville est trop long : au plus 200 caractères.',
  'hearing.form.problem.judge-too-long': 'La note sur le juge est trop longue : au plus 500 caractères.',
  'hearing.form.problem.charges-too-long':
    'La note sur les accusations est trop longue : au plus 2 000 caractères.',
  'hearing.form.problem.when-missing':
    'Donnez la date et l’heure, ou indiquez que le tribunal doit encore l’annoncer.',
  'hearing.form.problem.date-missing': 'Donnez aussi la date.',
  'hearing.form.problem.time-missing': 'Donnez aussi l’heure, à l’horloge du tribunal.',
  'hearing.form.problem.when-not-understood':
    'Je n’ai pas compris la date. Remplissez-la ci-dessous ou écrivez-la ainsi : « 14 mars 2027 à 9 h 30 ».',
  'hearing.form.problem.when-zone-named':
    'Donnez l’heure à l’horloge du tribunal, sans fuseau horaire : il découle de la ville.',
  'hearing.form.problem.when-weekday-differs':
    'Cette date ne tombe pas le jour de la semaine que vous avez écrit. Vérifiez l’un et l’autre.',
  'hearing.form.problem.when-past':
    'Ce moment est passé. Une audience ne peut être fixée qu’à un moment à venir.',
  'hearing.form.problem.when-impossible': 'Cette date ou cette heure n’existe pas.',

  'hearing.choose.label': 'Laquelle voulez-vous dire?',
  'hearing.choose.error': 'Choisissez une réponse.',
  'hearing.choose.next': 'Continuer',
  'hearing.choose.place': 'Plusieurs villes portent ce nom',
  'hearing.choose.placeIntro': 'Je connais plus d’une ville « {place} ». Le fuseau horaire en dépend.',
  'hearing.choose.when': 'La date peut se comprendre de plusieurs façons',
  'hearing.choose.whenIntro': 'Choisissez ce que le tribunal a fixé, ou modifiez ce que vous avez écrit.',
  'hearing.choose.skipped': 'Cette heure n’existe pas ce jour-là',
  'hearing.choose.skippedIntro':
    'Les horloges sont avancées et sautent : {when}. L’horloge du tribunal montre alors l’heure ci-dessous; si le tribunal en veut une autre, modifiez-la.',
  'hearing.choose.doubled': 'Cette heure vient deux fois ce jour-là',
  'hearing.choose.doubledIntro': 'Les horloges sont reculées et montrent deux fois : {when}.',
  'hearing.choose.first': 'La première fois, avant que les horloges soient reculées ({utc} UTC)',
  'hearing.choose.second': 'La seconde fois, après que les horloges ont été reculées ({utc} UTC)',

  'hearing.check.title': 'Vérifiez avant l’inscription',
  'hearing.check.first': 'Les horloges montrent cette heure deux fois ce jour-là : il s’agit de la première.',
  'hearing.check.second': 'Les horloges montrent cette heure deux fois ce jour-là : il s’agit de la seconde.',
  'hearing.check.before': 'Jusqu’ici : {when}',
  'hearing.check.case': 'Affaire',
  'hearing.check.kind': 'Type',
  'hearing.check.where': 'Lieu',
  'hearing.check.access': 'Accès',
  'hearing.check.mission': 'Responsable',
  'hearing.check.judge': 'Juge',
  'hearing.check.charges': 'Accusations',
  'hearing.check.keep.add': 'L’inscrire',
  'hearing.check.keep.edit': 'Garder les modifications',
  'hearing.check.keep.adjourn': 'L’ajourner',
  'hearing.check.change': 'Modifier',

  'hearing.kept.add': 'Inscrite au calendrier.',
  'hearing.kept.edit': 'Les modifications sont inscrites.',
  'hearing.kept.adjourn': 'Ajournée.',
  'hearing.kept.cancel': 'Annulée.',
  'hearing.kept.followers':
    '{count, plural, =0 {Personne ne suit {caseName} : aucun rappel ne viendra. Écrivez « suivre l’affaire {caseName} » dans un canal ou ici.} one {Un canal, une conversation ou une personne la suit et recevra les rappels.} other {# canaux, conversations ou personnes la suivent et recevront les rappels.}}',

  'hearing.cancel.title': 'Annuler {title} ({id})?',
  'hearing.cancel.intro': 'Ceux qui suivent l’affaire en sont avisés, et il n’y a plus de rappels.',
  'hearing.cancel.reason': 'Pourquoi? (sensible : montré sur demande seulement)',
  'hearing.cancel.reasonMissing': 'Dites pourquoi elle est annulée.',
  'hearing.cancel.do': 'Annuler l’audience',
  'hearing.cancel.keep': 'La garder',
  'hearing.cancel.kept': '{id} reste au calendrier.',

  'hearing.target.case': 'l’affaire {caseName}',
  'hearing.target.mission': 'la mission {mission}',
  'hearing.offset.days': '{count, plural, one {1 jour} other {# jours}}',
  'hearing.offset.hours': '{count, plural, one {1 heure} other {# heures}}',
  'hearing.follow.done':
    'Désormais suivi ici : {what}. Des rappels viennent {times} avant chaque audience. Écrivez « rappelez-nous 7 j, 1 j » pour changer cela.',
  'hearing.follow.already': 'Déjà suivi ici : {what}. Des rappels viennent {times} avant chaque audience.',
  'hearing.follow.next': 'Prochaine audience : {caseName}, {when}.',
  'hearing.follow.noneKnown': 'Aucune audience à venir n’est encore connue.',
  'hearing.follow.unknown':
    'Je ne connais ni mission ni affaire « {name} ». Écrivez « suivre l’affaire » et un nom de code, ou « suivre la mission » et l’une de celles-ci : {known}.',
  'hearing.unfollow.done': 'N’est plus suivi ici : {what}.',
  'hearing.unfollow.none': 'N’est pas suivi ici : {what}. Écrivez « suivis » pour voir ce qui l’est.',
  'hearing.following.here': 'Ce qui est suivi ici',
  'hearing.following.mine': 'Ce que vous suivez',
  'hearing.following.none':
    'Rien encore. Écrivez « suivre l’affaire HERON » ou « suivre la mission Bogota ».',
  'hearing.following.line': '– {what}',
  'hearing.following.settings':
    'Rappels : {times} avant, en {language, select, fr {français} other {anglais}}, selon l’horloge : {zone}.',
  'hearing.followers.title': 'Qui suit {what}',
  'hearing.followers.all': 'Qui suit quoi',
  'hearing.followers.none':
    'Personne encore. Écrivez « suivre l’affaire HERON » dans un canal, une conversation de groupe ou ici.',
  'hearing.followers.line': '– {what} : {who}',
  'hearing.followers.more':
    '{count, plural, one {Encore une autre} other {Encore # autres}} : écrivez « qui suit HERON » pour en interroger une.',
  'hearing.followers.unit': '{unit} (son canal)',
  'hearing.followers.channel': '{count, plural, one {un canal} other {# canaux}} sans unité',
  'hearing.followers.groupChat':
    '{count, plural, one {une conversation de groupe} other {# conversations de groupe}}',
  'hearing.followers.person':
    '{count, plural, one {une personne, dans sa propre conversation} other {# personnes, dans leur propre conversation}}',
  'hearing.following.how':
    'Pour changer cela : « rappelez-nous 7 j, 1 j », « fuseau horaire Bogota », « rappels en anglais », « résumé non », « ne plus suivre l’affaire HERON ».',
  'hearing.remindAt.done': 'Les rappels viennent désormais {times} avant chaque audience.',
  'hearing.remindAt.unclear':
    'Dites quand, par exemple « rappelez-nous 14 j, 7 j, 1 j, 1 h » : jusqu’à {most} moments, d’au plus 60 jours ou 72 heures. « Rappels par défaut » les rétablit.',
  'hearing.zone.done': 'Les rappels et le résumé hebdomadaire suivent désormais cette horloge : {zone}.',
  'hearing.zone.unknown':
    'Je ne connais pas « {place} ». Nommez une ville, comme « fuseau horaire Bogota », ou un fuseau, comme « fuseau horaire America/Bogota ».',
  'hearing.zone.several':
    'Il y en a plusieurs : {known}. Nommez le bon, avec son pays ou son fuseau horaire.',
  'hearing.language.done':
    'Les rappels viendront désormais en {language, select, fr {français} other {anglais}}.',
  'hearing.digest.on': 'Le résumé hebdomadaire vient le lundi matin.',
  'hearing.digest.off': 'Aucun résumé hebdomadaire ne vient.',
  'hearing.feedAddress.mine':
    'Votre flux de calendrier, pour Outlook et d’autres calendriers (« s’abonner à partir du web ») : {address} Quiconque a cette adresse peut le lire : gardez-la pour vous. Écrivez « flux de calendrier révoquer » pour y mettre fin.',
  'hearing.feedAddress.here':
    'Le flux de calendrier de ce qui est suivi dans ce canal ou cette conversation, pour Outlook et d’autres calendriers (« s’abonner à partir du web ») : {address} Quiconque a cette adresse peut le lire : gardez-la pour vous. Écrivez-y « flux de calendrier révoquer » pour y mettre fin.',
  'hearing.feedAddress.exists':
    'Il y a déjà un flux de calendrier. Son adresse est un secret que je ne conserve pas : je ne peux pas la montrer à nouveau. Écrivez « flux de calendrier renouveler » pour une nouvelle, qui met fin à l’ancienne, ou « flux de calendrier révoquer » pour y mettre fin.',
  'hearing.feedAddress.revoked': 'Le flux de calendrier a pris fin : son adresse n’ouvre plus rien.',
  'hearing.feedAddress.none': 'Il n’y a aucun flux de calendrier auquel mettre fin.',
  'hearing.month.link': 'Vue du mois, bonne un jour pour quiconque a le lien : {address}',

  'hearing.file.title': '{count, plural, one {Une audience à importer} other {# audiences à importer}}',
  'hearing.file.intro': 'Rien n’est encore inscrit. Toutes sont importées, ou aucune.',
  'hearing.file.row': 'Ligne {line} : {title}',
  'hearing.file.more': '{count, plural, one {Et une de plus.} other {Et # de plus.}}',
  'hearing.file.take': '{count, plural, one {L’importer} other {Importer les #}}',
  'hearing.file.taken':
    '{count, plural, one {Une audience a été importée.} other {# audiences ont été importées.}}',
  'hearing.file.takenNote':
    'Ceux qui suivent ces affaires en recevront les rappels. Écrivez « audiences » pour voir ce qui vient.',
  'hearing.file.refused': 'Rien n’a été importé. Ligne {line} : {why}',
  'hearing.file.problems':
    '{count, plural, one {Rien ne peut être importé : une ligne est fautive} other {Rien ne peut être importé : # lignes sont fautives}}',
  'hearing.file.moreProblems': '{count, plural, one {Et une de plus.} other {Et # de plus.}}',
  'hearing.file.mend': 'Corrigez le fichier et joignez-le à nouveau.',
  'hearing.file.oneAtATime': 'Je lis un fichier d’audiences à la fois. Joignez-les l’un après l’autre.',
  'hearing.file.host':
    'Je ne prends les fichiers que dans l’espace de stockage du ministère dans Teams. Rien n’a été lu.',
  'hearing.file.too-large': 'Le fichier dépasse 1 Mo. Rien n’a été lu : joignez-le en plusieurs parties.',
  'hearing.file.unreachable': 'Je n’ai pas pu prendre le fichier. Joignez-le à nouveau.',

  'hearing.help.title': 'Ce que Vigil peut faire pour les audiences',
  'hearing.help.add':
    'Inscrire : « ajouter une audience HERON procès à Bogota, Juzgado 3, 14 mars à 9 h 30 », ou « ajouter une audience » pour un formulaire. Plusieurs à la fois : joignez un fichier .csv ou .ics dans une conversation avec Vigil.',
  'hearing.help.change':
    'Modifier : « modifier HRG-2026-0001 », « ajourner HRG-2026-0001 au 3 avril 10 h » ou « à confirmer », « annuler HRG-2026-0001 parce que … ». Tout vous est d’abord relu.',
  'hearing.help.see':
    'Voir : « audiences », « audiences de ma mission », « affaire HERON », « audience HRG-2026-0001 », « vue du mois », « flux de calendrier » pour Outlook.',
  'hearing.help.follow':
    'Recevoir des rappels, dans un canal ou ici : « suivre l’affaire HERON », « suivre la mission Bogota », « suivis », « qui suit HERON », « rappelez-nous 7 j, 1 j », « fuseau horaire Bogota », « rappels en anglais », « résumé non ».',
  'hearing.help.attend':
    'Assister : les boutons de la fiche d’une audience, ou « assister à HRG-2026-0001 », « présences HRG-2026-0001 », « proposer les présences pour HRG-2026-0001 ».',
  'hearing.help.names': 'Noms de code seulement : un nom réel n’est jamais nécessaire ici.',
};
