import type { inquiriesEn } from './inquiries.en.ts';

/** La même chose en français. */
export const inquiriesFr: Record<keyof typeof inquiriesEn, string> = {
  'inquiry.ask': 'Demander à l’Administration centrale',
  'inquiry.atPost': '{name} ({post})',
  'inquiry.about': 'À propos de : {heading}',

  'inquiry.form.intro': 'Votre question s’adresse à : {desk}. La réponse vous parviendra ici.',
  'inquiry.form.warning':
    'Uniquement des noms de code, jamais un vrai nom ni rien qui permette de reconnaître une personne : la question est affichée dans le canal de la direction.',
  'inquiry.form.forgotten': 'Je ne garde pas longtemps les questions. Veuillez écrire de nouveau la vôtre.',
  'inquiry.form.question': 'Votre question',
  'inquiry.form.send': 'Envoyer à l’Administration centrale',
  'inquiry.form.cancel': 'Annuler',
  'inquiry.form.cancelled': 'Annulé. Rien n’a été envoyé.',

  'inquiry.title': '{reference} : question à l’Administration centrale',
  'inquiry.subtitle': 'Posée par {name}, à l’attention de : {desk}',
  'inquiry.status.open': 'En attente de l’Administration centrale',
  'inquiry.status.answered': 'Réponse donnée',
  'inquiry.status.withdrawn': 'Retirée',
  'inquiry.questionBy': 'Question posée par {name}',
  'inquiry.answerBy': 'Réponse donnée par {name} ({desk})',
  'inquiry.leftOut':
    '{count, plural, one {Un échange qui a suivi n’est pas repris ici.} other {# échanges qui ont suivi ne sont pas repris ici.}}',
  'inquiry.published': 'Publiée comme orientation : {references}',
  'inquiry.note.desk':
    'Les agents de la direction répondent avec le bouton ci-dessous; la personne qui a posé la question lit la réponse dans sa conversation. Uniquement des noms de code.',
  'inquiry.note.asker':
    'La réponse de l’Administration centrale vous parviendra dans cette conversation. Dites « mes questions » pour retrouver les vôtres.',
  'inquiry.answer': 'Répondre',
  'inquiry.answerAgain': 'Compléter la réponse',
  'inquiry.answerText': 'Votre réponse, pour la personne qui a posé la question',
  'inquiry.publish': 'Publier comme orientation',
  'inquiry.further': 'Demander une précision',
  'inquiry.furtherText': 'Que vous faut-il savoir de plus?',
  'inquiry.withdraw': 'Retirer',

  'inquiry.list.title': 'Questions à l’Administration centrale',
  'inquiry.list.count':
    '{count, plural, =0 {Il n’y en a aucune.} one {Une question} other {# questions, la plus récente en tête}}',
  'inquiry.list.state': '{status}, {when}',

  'inquiry.thread.InquiryAsked': 'Une question est arrivée : {reference}.',
  'inquiry.thread.InquiryAnswered': '{name} a répondu à {reference}.',
  'inquiry.thread.InquiryContinued': '{name} demande une précision : {reference}.',
  'inquiry.thread.InquiryWithdrawn': '{name} a retiré {reference}.',
  'inquiry.thread.AnswerPublished':
    '{name} a publié la réponse à {reference} comme orientation : {guidance}.',
  'inquiry.told': '{name} ({desk}) a répondu à votre question {reference}.',

  'inquiry.inYourChat': 'Je vous ai répondu dans notre conversation.',
  'inquiry.noChatYet':
    'Les questions à l’Administration centrale se posent dans notre conversation, et je n’en ai pas encore avec vous. Ouvrez-la et dites-y « demander à l’Administration centrale ».',

  'inquiry.refusal.not-found':
    'Je ne connais pas cette question ou cette orientation, ou elle ne vous est pas accessible.',
  'inquiry.refusal.guest':
    'Les invités et les personnes d’autres organisations ne peuvent pas utiliser cette fonction.',
  'inquiry.refusal.no-desk':
    'Le répertoire ne nomme pas de direction des droits de la personne : je n’ai personne à qui transmettre la question. Prévenez l’exploitant de Vigil.',
  'inquiry.refusal.not-of-the-desk': 'Seuls les agents de la direction peuvent le faire. La carte l’indique.',
  'inquiry.refusal.not-the-asker': 'Seule la personne qui a posé la question peut le faire.',
  'inquiry.refusal.withdrawn': 'La question a été retirée : rien ne peut plus y être ajouté.',
  'inquiry.refusal.answered': 'Une réponse a déjà été donnée : il n’y a plus rien à retirer.',
  'inquiry.refusal.unanswered': 'Il n’y a pas encore de réponse à publier.',
  'inquiry.refusal.moved-on':
    'Quelque chose a été dit ou publié depuis l’affichage de cette carte. Rouvrez-la; ce que vous avez écrit n’a pas été envoyé.',
  'inquiry.refusal.repeated-delivery': 'C’est déjà noté.',
  'inquiry.refusal.already-sent': 'Ceci a déjà été envoyé : {reference}.',
  'inquiry.refusal.text-required': 'Écrivez d’abord quelque chose.',
  'inquiry.refusal.text-too-long': 'Le texte est trop long : au plus {most, number} caractères.',
  'inquiry.refusal.too-much-said':
    'Beaucoup a déjà été dit dans cette question : veuillez en poser une nouvelle.',
  'inquiry.refusal.phrasings-required':
    'Donnez au moins une question à laquelle l’orientation répond : c’est par elles qu’on la trouve.',
  'inquiry.refusal.too-many-phrasings': 'Donnez au plus {most} questions, une par ligne.',
  'inquiry.refusal.unknown-section': 'Les lignes directrices n’ont plus cette section.',
  'inquiry.refusal.revoked': '{name} l’a déjà révoquée.',

  'inquiry.thread.GuidanceRevoked': '{name} a révoqué l’orientation {guidance}.',

  'guidance.beside':
    'Orientation de l’Administration centrale sur une question semblable; ne fait pas partie des lignes directrices',
  'guidance.source': 'Publiée par : {desk}, {when}. {reference}.',
  'guidance.otherLanguage': 'En {language, select, fr {français} other {anglais}}.',
  'guidance.language': '{language, select, fr {Français} other {Anglais}}',
  'guidance.title': '{reference} : orientation de l’Administration centrale',
  'guidance.apart':
    'Voici ce que l’Administration centrale a répondu. Cela ne fait pas partie des lignes directrices.',
  'guidance.answers': 'Questions auxquelles elle répond',
  'guidance.revoked': 'Révoquée par {name}, {when}.',
  'guidance.revoke': 'Révoquer',
  'guidance.sure': 'Les réponses n’afficheront plus cette orientation. Elle reste consignée.',
  'guidance.form.intro':
    'Quiconque pose une question semblable lira ce texte à côté des lignes directrices, daté et au nom de votre direction, jusqu’à sa révocation.',
  'guidance.form.warning':
    'Rédigez-le pour tout le monde : aucun cas, aucun nom de code, rien sur la personne qui a posé la question.',
  'guidance.form.text': 'Orientation',
  'guidance.form.language': 'Langue du texte',
  'guidance.form.phrasings':
    'Questions auxquelles elle répond, une par ligne, comme on les poserait, de préférence en français et en anglais',
  'guidance.form.place': 'Section à côté de laquelle elle se place',
  'guidance.form.nowhere': 'Aucune',
  'guidance.form.publish': 'Publier',
  'guidance.form.back': 'Retour',
  'guidance.list.title': 'Orientations de l’Administration centrale',
  'guidance.list.count':
    '{count, plural, =0 {Il n’y en a aucune.} one {Une orientation est en vigueur.} other {# orientations sont en vigueur, la plus récente en tête.}}',

  'unanswered.title': 'Questions restées sans réponse, {month}',
  'unanswered.intro':
    '{count, plural, one {Une question est restée} other {# questions sont restées}} sans réponse dans les lignes directrices. Cela peut servir à leur révision.',
  'unanswered.section': 'Section la plus proche : {heading}',
  'unanswered.topic': 'Un sujet que les lignes directrices n’abordent pas, par exemple :',
  'unanswered.none': 'Proche d’aucune section',
  'unanswered.counts': '{count, plural, one {une fois} other {# fois}} ({en} en anglais, {fr} en français)',
  'unanswered.more': '{count, plural, one {Un autre sujet.} other {# autres sujets.}}',
  'unanswered.open':
    '{count, plural, one {Une question attend votre direction.} other {# questions attendent votre direction.}} Dites « mes questions » pour les voir.',
  'unanswered.note':
    'Seuls des sujets et des nombres sont conservés : aucun nom, aucun mot d’une question. Les exemples sont ceux de Vigil.',
};
