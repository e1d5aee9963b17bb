import type { signOffEn } from './sign-off.en.ts';

/** La même chose en français. */
export const signOffFr: Record<keyof typeof signOffEn, string> = {
  'signOff.status.pending': 'En attente de l’Administration centrale',
  'signOff.status.changes-asked': 'Modifications demandées : en attente de la mission',
  'signOff.status.approved': 'Approuvée',
  'signOff.status.approvedWithConditions': 'Approuvée sous conditions',
  'signOff.status.declined': 'Refusée',
  'signOff.status.acknowledged': 'Accusé de réception donné',
  'signOff.status.withdrawn': 'Retirée',

  'signOff.title': '{reference} : {codeName}',
  'signOff.subtitle': '{kind}, mission : {mission}',
  'signOff.revision': 'Révision :',
  'signOff.urgency': 'Urgence :',
  'signOff.sentBy': 'Envoyée par :',
  'signOff.row': '{label} :',
  'signOff.due': 'Échéance : {when}',
  'signOff.closedAt': 'Close : {when}',
  'signOff.urgency.routine': 'Normale',
  'signOff.urgency.urgent': 'Urgente',
  'signOff.urgency.immediate': 'Immédiate',
  'signOff.desks': 'À l’Administration centrale',
  'signOff.desk.waiting': '{desk} : en attente',
  'signOff.desk.notNeeded': '{desk} : plus de réponse nécessaire',
  'signOff.desk.approve': '{desk} : approuvée par {name}',
  'signOff.desk.approve-with-conditions': '{desk} : approuvée sous conditions par {name}',
  'signOff.desk.ask-for-changes': '{desk} : modifications demandées par {name}',
  'signOff.desk.decline': '{desk} : refusée par {name}',
  'signOff.desk.acknowledge': '{desk} : accusé de réception donné par {name}',
  'signOff.passages':
    'Ce que disent les lignes directrices{inOther, select, en { (en anglais)} fr { (en français)} other {}}',
  'signOff.sensitive':
    'Ce que la mission demande en ses propres mots n’est pas montré ici. « Voir les détails » l’ouvre aux personnes autorisées, et cette consultation est consignée.',
  'signOff.somebody': 'une personne qui n’est plus dans le répertoire',
  'signOff.written': 'Vous aviez écrit : {text}',
  'signOff.back': 'Retour',

  'signOff.ask': 'Demander l’aval',
  'signOff.open': 'Ouvrir',
  'signOff.openOne': 'Ouvrir {reference}',
  'signOff.details': 'Voir les détails',
  'signOff.decide': 'Décider',
  'signOff.decision': 'Votre décision',
  'signOff.forDesk': 'Pour quelle direction?',
  'signOff.choice.approve': 'Approuver',
  'signOff.choice.approve-with-conditions': 'Approuver sous conditions',
  'signOff.choice.ask-for-changes': 'Demander des modifications',
  'signOff.choice.decline': 'Refuser',
  'signOff.choice.acknowledge': 'Accuser réception',
  'signOff.decisionText': 'Conditions, modifications demandées ou motif (inutile pour approuver)',
  'signOff.acknowledgeText': 'Note (facultative)',
  'signOff.chooseOne': 'Choisissez une réponse.',
  'signOff.writeSomething': 'Écrivez d’abord quelque chose.',
  'signOff.send': 'Envoyer',
  'signOff.revise': 'Réviser',
  'signOff.comment': 'Commenter',
  'signOff.commentText': 'Votre commentaire, pour la mission et les directions consultées',
  'signOff.reassign': 'Transférer',
  'signOff.reassignTo': 'Quelle direction prend la part de la vôtre?',
  'signOff.reassignWhy': 'Pourquoi (facultatif)',
  'signOff.withdraw': 'Retirer',
  'signOff.withdrawWhy': 'Pourquoi (facultatif)',

  'signOff.kinds.title': 'Demander l’aval de l’Administration centrale',
  'signOff.kinds.intro':
    'De quoi s’agit-il? Les lignes directrices disent qui doit être consulté. Choisissez ce qui convient le mieux.',
  'signOff.kinds.label': 'Type de demande',
  'signOff.kinds.next': 'Suivant',

  'signOff.form.intro':
    'N’utilisez que le nom de code, jamais le vrai nom. Ce que vous écrivez est chiffré, lu par les directions consultées et votre mission, et jamais montré dans un canal.',
  'signOff.form.reviseIntro':
    'Modifiez ce qui a été demandé. Avec la nouvelle révision, toute décision antérieure devient caduque.',
  'signOff.form.codeName': 'Nom de code du dossier',
  'signOff.form.codeNameHint': 'Par exemple HERON',
  'signOff.form.codeNameError':
    'Donnez un nom de code : de 2 à 40 lettres, chiffres, espaces, traits d’union ou points.',
  'signOff.form.urgency': 'Quelle est l’urgence?',
  'signOff.form.urgencyOption': '{urgency} : une réponse en {hours, plural, one {# heure} other {# heures}}',
  'signOff.form.reason': '{options} : {question}',
  'signOff.form.answerThis': 'Répondez à cette question.',
  'signOff.form.preview': 'Aperçu',
  'signOff.form.discard': 'Abandonner',
  'signOff.form.discarded': 'Abandonné. Rien n’a été envoyé.',
  'signOff.form.problems': 'Rien n’a encore été envoyé. Veuillez d’abord corriger ceci :',
  'signOff.form.tooLong':
    'Vos réponses sont trop longues pour tenir sur une seule carte dans Teams : il y a environ {characters, number} caractères de trop en tout. Veuillez abréger celles-ci; tout le reste de ce que vous avez écrit est conservé.',
  'signOff.problem.required': '{question} Veuillez répondre.',
  'signOff.problem.too-long': '{question} Au plus {most} caractères.',
  'signOff.problem.not-an-option': '{question} Choisissez une des réponses proposées.',
  'signOff.problem.not-a-date': '{question} Donnez une date.',
  'signOff.problem.reason-required': '{question} Votre choix demande un motif.',

  'signOff.preview.title': 'Vérifiez avant d’envoyer',
  'signOff.preview.intro': '{kind}, dossier {codeName}. Destinataires : {desks}.',
  'signOff.preview.note': 'Assurez-vous qu’aucun vrai nom n’y figure.',
  'signOff.preview.send': 'Envoyer à l’Administration centrale',
  'signOff.preview.edit': 'Modifier',
  'signOff.answer.reason': '{choice} ({reason})',

  'signOff.sent.title': 'Envoyée : {reference}',
  'signOff.sent.text':
    'L’Administration centrale l’a reçue. Je tiens ici à jour la carte de {reference} et vous dis ce qui arrive.',
  'signOff.details.title': '{reference} : détails',
  'signOff.details.intro':
    '{kind}, dossier {codeName}, révision {revision}. Gardez ceci pour vous : votre consultation est consignée.',
  'signOff.details.comment': 'Commentaire fait par {name}',
  'signOff.details.withdrawn': 'Retirée par {name}',
  'signOff.details.leftOut':
    '{count, plural, one {Une décision ou un commentaire plus ancien n’a pas de place ici.} other {# décisions et commentaires plus anciens n’ont pas de place ici.}}',
  'signOff.details.sentToChat':
    'Je vous ai envoyé les détails dans notre conversation : ils ne sont pas montrés dans un canal.',
  'signOff.details.noChat':
    'Les détails ne sont pas montrés dans un canal, et je n’ai pas encore de conversation avec vous. Écrivez-moi d’abord, par exemple « statut {reference} ».',

  'signOff.confirm.title': '{choice} : confirmez-vous?',
  'signOff.confirm.because': 'Cette demande est grave :',
  'signOff.confirm.yes': 'Oui : {choice}',

  'signOff.list.mine': 'Mes demandes',
  'signOff.list.waiting': 'En attente de ma réponse',
  'signOff.list.mission': 'Demandes de ma mission',
  'signOff.list.search': 'Demandes pour « {words} »',
  'signOff.list.count':
    '{count, plural, =0 {Il n’y en a aucune.} one {Une demande} other {# demandes, la plus récente en tête}}',
  'signOff.list.more': 'Suite',
  'signOff.list.heading': '{reference} : {codeName}',
  'signOff.list.state': '{kind}. {status}.',

  'signOff.thread.RequestSent': 'Une demande d’aval est arrivée : {reference}, {codeName}.',
  'signOff.thread.UrgentActionRecorded':
    '{name} fait part d’une mesure urgente déjà prise : {reference}, {codeName}. Veuillez en accuser réception.',
  'signOff.thread.RequestRevised':
    '{name} a révisé {reference} : révision {revision}. Les décisions antérieures sont caduques.',
  'signOff.thread.decision.approve': '{name} ({desk}) approuve {reference}.',
  'signOff.thread.decision.approve-with-conditions': '{name} ({desk}) approuve {reference} sous conditions.',
  'signOff.thread.decision.ask-for-changes': '{name} ({desk}) demande des modifications à {reference}.',
  'signOff.thread.decision.decline': '{name} ({desk}) refuse {reference}.',
  'signOff.thread.decision.acknowledge': '{name} ({desk}) accuse réception de {reference}.',
  'signOff.thread.RequestApproved': '{reference} est approuvée : toutes les directions sont d’accord.',
  'signOff.thread.RequestDeclined': '{reference} est refusée.',
  'signOff.thread.RequestAcknowledged': 'Accusé de réception donné pour {reference}.',
  'signOff.thread.RequestWithdrawn': '{name} a retiré {reference}.',
  'signOff.thread.CommentAdded': '{name} a commenté {reference}. « Voir les détails » ouvre le commentaire.',
  'signOff.thread.RequestReassigned': '{name} transfère {reference}. De : {from}. À : {to}.',

  'signOff.reminder.due-soon': '{reference} ({codeName}) attend votre réponse. Échéance : {when}',
  'signOff.reminder.due': '{reference} ({codeName}) attend toujours votre réponse. Échéance passée : {when}',
  'signOff.reminder.duty-officer':
    '{reference} ({codeName}) est en retard et attend votre direction. Vous en êtes informé à titre d’agent de permanence. Échéance passée : {when}',
  'signOff.reminder.duty-officer.told':
    '{reference} ({codeName}) est en retard. La personne de permanence, {name}, en est informée. Échéance passée : {when}',
  'signOff.reminder.head':
    '{reference} ({codeName}) est en retard et attend votre direction. Vous en êtes informé à titre de responsable. Échéance passée : {when}',
  'signOff.reminder.head.told':
    '{reference} ({codeName}) est en retard. La personne responsable de la direction, {name}, en est informée. Échéance passée : {when}',
  'signOff.digest.title': 'En attente ce matin',
  'signOff.digest.intro': '{count, plural, one {Une demande attend.} other {# demandes attendent.}}',
  'signOff.digest.shown': 'Voici les {shown} dont l’échéance vient en premier.',
  'signOff.digest.overdue': '{status}. En retard.',

  'signOff.noDirectory':
    'Les demandes d’aval ne sont pas encore en place ici : le répertoire des missions et des directions manque. Adressez-vous à l’exploitant de Vigil.',
  'signOff.inYourChat':
    'Je vous ai répondu dans notre conversation : les demandes ne sont pas montrées à d’autres.',
  'signOff.noChatYet':
    'Les demandes se traitent dans notre conversation, et je n’en ai pas encore avec vous. Ouvrez-la et dites-le-moi là.',
  'signOff.unknownReference': 'Donnez une référence comme ESC-2026-0042, ou dites « mes demandes ».',

  'signOff.link.done': 'Ce canal appartient maintenant à : {unit}.',
  'signOff.link.notAChannel': 'Dites-le dans le canal ou la conversation de groupe que l’unité doit avoir.',
  'signOff.link.unknownUnit':
    'Le répertoire n’a pas de {kind, select, desk {direction} other {mission}} « {id} ». Il a : {known}.',
  'signOff.link.notAllowed':
    'Seuls son responsable, son agent de permanence ou un administrateur du répertoire peuvent rattacher un canal à {unit}.',
  'signOff.delegate.done': '{name} peut décider à votre place ({desk}) jusqu’au {until}.',
  'signOff.delegate.ended': 'Plus personne ne décide à votre place.',
  'signOff.delegate.none': 'Personne ne décide à votre place.',
  'signOff.delegate.unknownPerson': 'Le répertoire n’a personne du nom de « {name} », ou en a plusieurs.',
  'signOff.delegate.yourself': 'Vous décidez déjà pour vous-même.',
  'signOff.delegate.notAtADesk':
    'Vous ne travaillez à aucune direction de l’Administration centrale : il n’y a rien à déléguer.',
  'signOff.delegate.usage': 'Dites-le ainsi : déléguer à Omar Haddad jusqu’au 2026-12-24.',
  'signOff.delegate.past': 'La date doit être à venir, dans l’année.',

  'refusal.not-found':
    'Je ne connais pas cette demande, ou elle ne vous est pas accessible : elle ne l’est qu’à sa mission et aux directions consultées.',
  'refusal.guest': 'Les invités et les personnes d’autres organisations ne peuvent pas traiter de demandes.',
  'refusal.unknown-kind': 'Ce type de demande n’est plus offert. Recommencez en disant « demander un aval ».',
  'refusal.unknown-mission':
    'Vous ne servez dans aucune mission du répertoire : seules les missions demandent un aval.',
  'refusal.not-of-the-mission': 'Seules les personnes de la mission peuvent le faire.',
  'refusal.not-the-head-of-mission': 'Seul le chef de mission peut le faire.',
  'refusal.not-entitled': 'Ceci est réservé à la mission et aux directions consultées.',
  'refusal.not-of-the-desk':
    'Seuls les agents des directions consultées peuvent décider. La carte les indique.',
  'refusal.which-desk': 'Vous agissez pour plusieurs des directions consultées : dites pour laquelle.',
  'refusal.own-request': 'Double regard : vous avez écrit cette demande; quelqu’un d’autre décide.',
  'refusal.own-mission':
    'Double regard : c’est la demande de votre propre mission; quelqu’un d’autre décide.',
  'refusal.delegate-of-author': 'Double regard : vous décideriez à la place de quelqu’un qui ne le peut pas.',
  'refusal.decided-for-another-desk':
    'Double regard : vous avez décidé pour {desk}; quelqu’un d’autre décide pour celle-ci.',
  'refusal.repeated': 'Votre décision est déjà consignée : {choice}.',
  'refusal.repeated-delivery': 'C’est déjà consigné.',
  'refusal.already-sent': 'Ceci a déjà été envoyé : {reference}.',
  'refusal.draft-gone':
    'Ce que vous aviez rempli n’est plus conservé. Recommencez en disant « demander un aval ».',
  'refusal.desk-has-decided': 'Trop tard : {name} a déjà décidé pour {desk} ({choice}).',
  'refusal.closed': 'Elle est close : {status}, par {name}.',
  'refusal.stale-revision':
    'La demande a changé : vous aviez vu la révision {shown}, elle en est à la {current}. Rouvrez-la.',
  'refusal.waits-for-mission':
    '{name} a demandé des modifications : elle attend la prochaine révision de la mission.',
  'refusal.choice-not-offered':
    '{strength, select, report {On accuse réception d’un rapport; on ne l’approuve ni ne le refuse.} other {Une demande est approuvée, refusée ou renvoyée; on n’en accuse pas réception.}}',
  'refusal.already-under-decision':
    'Une direction a commencé à décider ({desk}, {name}). Attendez que des modifications soient demandées, ou retirez-la.',
  'refusal.nothing-revised': 'Rien ne diffère de la dernière révision.',
  'refusal.text-required': 'Il faut un texte : dites pourquoi, ou à quelles conditions.',
  'refusal.text-too-long': 'Le texte est trop long : au plus {most} caractères.',
  'refusal.code-name-unusable':
    'Donnez un nom de code : de 2 à 40 lettres, chiffres, espaces, traits d’union ou points.',
  'refusal.answers-unusable': 'Des réponses manquent ou sont inutilisables.',
  'refusal.unknown-passage': 'Les lignes directrices n’ont plus ce passage. Posez à nouveau votre question.',
  'refusal.no-desk-for-role':
    'Il manque au répertoire, pour votre mission : {role}. Prévenez l’exploitant de Vigil.',
  'refusal.unknown-desk': 'Le répertoire n’a pas cette direction.',
  'refusal.desk-is-asked-already': '{desk} est déjà consultée.',
  'refusal.desk-of-another-role': 'Ce type de demande doit rester à une direction du même rôle.',
  'refusal.confirmation-needed': 'Ceci demande votre confirmation.',
};
