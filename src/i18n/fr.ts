import { calendarFr } from './calendar.fr.ts';
import { hearingsFr } from './hearings.fr.ts';
import { inquiriesFr } from './inquiries.fr.ts';
import { remindersFr } from './reminders.fr.ts';
import { signOffFr } from './sign-off.fr.ts';
import type { MessageKey } from './translator.ts';

/** Every sentence Vigil says in French, as ICU messages. */
export const fr: Record<MessageKey, string> = {
  ...calendarFr,
  ...hearingsFr,
  ...remindersFr,
  ...signOffFr,
  ...inquiriesFr,

  'app.name': 'Vigil',

  'answer.lead': 'Section {section} des lignes directrices, « {title} » [1]',
  'answer.introduction': 'Introduction des lignes directrices [1]',
  'answer.heading': '{section} {title}',
  'answer.headingIntroduction': '{title}',
  'answer.read': 'Lire dans les lignes directrices',
  'answer.more': '{count, plural, one {Voir aussi : un passage} other {Voir aussi : # passages}}',
  'answer.edition': '{title}. {label}. Source : {publisher}.',
  'answer.onlyOtherLanguage':
    '{language, select, fr {Vigil n’a les lignes directrices qu’en français; leur texte est cité tel quel.} other {Vigil n’a les lignes directrices qu’en anglais; leur texte est cité tel quel.}}',
  'answer.listMissing':
    'Le texte dont nous disposons annonce ici une liste, et cette liste y manque. Demandez le texte complet à la direction des droits de la personne, à l’Administration centrale.',
  'answer.gapLead':
    'Les lignes directrices annoncent cette liste, mais elle manque au texte dont nous disposons [1]',

  'answer.understood': 'Compris ainsi : « {question} »',
  'answer.choice': 'Votre question peut porter sur l’une ou l’autre. Choisissez pour lire l’autre :',
  'answer.show': 'Afficher',
  'answer.choose': 'Afficher {heading}',

  'consultation.before-action': 'Consulter l’Administration centrale avant d’agir : {section}',
  'consultation.before-decision':
    'Consulter les spécialistes de l’Administration centrale avant la décision : {section}',
  'consultation.report-promptly': 'Signaler sans délai à l’Administration centrale : {section}',
  'consultation.report': 'Signaler à la direction géographique : {section}',
  'consultation.seek-direction': 'Demander des directives à l’Administration centrale : {section}',
  'consultation.visa-section': 'Consulter la section des visas ou IRCC : {section}',
  'consultation.words': '« {words} »',
  'consultation.desks': 'À l’Administration centrale : {desks}',

  'desk.human-rights': 'direction des droits de la personne',
  'desk.consular': 'agents consulaires',
  'desk.geographic': 'direction géographique',
  'desk.responsible-business': 'groupe des pratiques commerciales responsables',
  'desk.immigration-liaison': 'liaison en matière d’immigration (IRCC)',

  'summary.label':
    'Rédigé par une IA à partir de votre question et des passages ci-dessous. Lisez les passages : eux seuls sont les lignes directrices.',
  'summary.quotation': '« {words} »',

  'notCovered.title': 'Les lignes directrices ne traitent pas de cette question.',
  'notCovered.nearest': 'Les sections les plus proches, qui ne répondent peut-être pas à votre question :',
  'notCovered.askHq':
    'S’il vous faut une réponse pour un cas, demandez-la à la direction des droits de la personne, à l’Administration centrale : les lignes directrices invitent les missions à s’y adresser (3.1).',
  'notCovered.rephrase': 'Vous pouvez aussi poser la question autrement.',

  otherLanguage:
    'Vigil ne lit les questions qu’en français et en anglais. La vôtre semble être dans une autre langue : aucune recherche n’a été faite. Veuillez la poser en français ou en anglais, ou dites « aide » pour voir ce que Vigil peut faire.',

  'feedback.question': 'Est-ce que cela répond à votre question?',
  'feedback.up': '👍 Oui',
  'feedback.down': '👎 Non',
  'feedback.upLabel': 'Oui, cela répond à ma question',
  'feedback.downLabel': 'Non, cela ne répond pas à ma question',
  'feedback.thanks': 'Merci. Seuls les passages affichés sont notés, ni votre nom ni votre question.',

  'smallTalk.greeting':
    'Bonjour. Posez-moi une question sur les lignes directrices pour l’appui aux défenseurs des droits de la personne, ou dites « aide ».',
  'smallTalk.thanks': 'Je vous en prie.',
  'smallTalk.goodbye': 'Au revoir.',
  'smallTalk.how-are-you': 'Je suis en service. Que voulez-vous savoir sur les lignes directrices?',
  'smallTalk.who-are-you':
    'Je suis Vigil, l’assistant du ministère pour les lignes directrices sur l’appui aux défenseurs des droits de la personne. Je les cite mot pour mot et je n’invente aucune règle.',
  'smallTalk.what-can-you-do':
    'Je réponds aux questions sur les lignes directrices avec leurs propres mots. Dites « aide » pour voir ce que vous pouvez demander.',
  'smallTalk.praise': 'Merci.',
  'smallTalk.complaint':
    'Je suis désolé. Essayez d’autres mots ou une question plus courte; les boutons sous une réponse nous disent quels passages sont à côté du sujet.',
  'smallTalk.yes-no-ok': 'D’accord. Posez une question sur les lignes directrices quand vous le voudrez.',
  'smallTalk.test': 'Je suis là, à l’écoute.',

  'help.title': 'Ce que Vigil peut faire',
  'help.intro':
    'Posez vos questions sur les lignes directrices dans vos propres mots, en français ou en anglais. Vigil répond avec leurs passages, signale quand une démarche exige de consulter l’Administration centrale, et dit quand elles ne traitent pas de votre question.',
  'help.examples': 'Par exemple :',
  'help.signOff':
    'Aval de l’Administration centrale : dites « demander l’aval », « mes demandes », « en attente de moi » ou « statut ESC-2026-0042 »; ou ouvrez Vigil à partir du menu d’un message. Les chefs de mission disent « mesure urgente prise »; en cas d’absence, dites « déléguer ».',
  'help.language': 'Pour changer de langue, dites « langue english ».',
  'help.askHq':
    'Pour poser une question à l’Administration centrale, dites « demander à l’AC » et votre question. « mes questions » affiche les vôtres et leurs réponses, « orientations » ce que l’Administration centrale a publié.',
  'help.extension':
    'Pour citer un passage dans un message, ouvrez Vigil sous la zone où vous écrivez et faites une recherche.',
  'help.channel': 'Dans une conversation de groupe ou un canal, mentionnez d’abord @Vigil.',
  'help.hearings':
    'Audiences : « audiences » montre ce qui vient, « ajouter une audience » en inscrit une, « suivre l’affaire HERON » vous la rappelle. « aide audiences » en dit plus.',
  'help.page': 'Ouvrir les lignes directrices',
  'help.privacy':
    'N’écrivez ici ni nom ni détail d’un cas : posez la question en termes généraux. Vigil ne note aucune question, sauf celles que vous envoyez à l’Administration centrale.',

  'welcome.title': 'Bienvenue dans Vigil',
  'welcome.intro':
    'Je réponds aux questions sur « Voices at risk », les lignes directrices du Canada pour l’appui aux défenseurs des droits de la personne, avec les mots mêmes du texte.',
  'welcome.group':
    'Bonjour. Mentionnez-moi avec une question sur les lignes directrices pour l’appui aux défenseurs des droits de la personne.',

  'example.1': 'Faut-il assister au procès d’un défenseur?',
  'example.2': 'Peut-on parler d’un cas sur les réseaux sociaux?',
  'example.3': 'Que faire si le défenseur est citoyen canadien?',

  'language.changed': 'Je vous répondrai désormais en français.',
  'language.current':
    'Je vous réponds en français. Dites « langue english » pour l’anglais, « langue français » pour le français.',
  'language.unknown': 'Je ne connais pas cette langue. Dites « langue français » ou « langue english ».',

  'message.empty':
    'Je ne vois pas de question dans votre message. Écrivez-en une, par exemple : « {example} »',
  'message.tooLong':
    'Votre message compte {length, number} caractères; je peux en lire {most, number}. Posez une seule question, en une ou deux phrases.',
  'message.mayBeRepeated': 'Vous avez peut-être déjà reçu ce message.',
  'message.attachment':
    'Je ne peux pas lire ce fichier. Écrivez votre question; les fichiers d’audiences finissent par .csv ou .ics et se lisent dans une conversation avec moi seul.',

  'press.unknown': 'Vigil ne connaît plus ce bouton. Reposez la question pour obtenir une nouvelle carte.',
  'press.invalid':
    'Vigil n’a pas pu lire ce que ce bouton a envoyé. Rien n’a été modifié; reposez la question pour obtenir une nouvelle carte.',
  'failure.store':
    'Rien n’a été enregistré : Vigil ne peut rien enregistrer pour le moment. Veuillez renvoyer ce message plus tard; si cela persiste, prévenez les responsables de Vigil.',
  'failure.turn':
    'Une erreur s’est produite de notre côté et votre message n’a pas été traité. Réessayez dans une minute.',

  'search.none': 'Aucun passage des lignes directrices ne correspond. Essayez d’autres mots.',
  'search.prompt': 'Tapez quelques mots pour chercher dans les lignes directrices.',

  'page.language': 'English',
  'page.skip': 'Aller au texte',
  'page.contents': 'Table des matières',
  'page.sectionOf': '{section} {title} : lignes directrices',
  'page.introductionOf': '{title} : lignes directrices',
  'page.neighbours': 'Sections voisines',
  'page.previous': 'Précédent : {title}',
  'page.next': 'Suivant : {title}',
  'page.all': 'Texte intégral',
  'page.otherEditions': 'Autres éditions que Vigil connaît :',
  'page.passageLink': 'Lien vers le passage {id}',
  'page.source':
    'Source : {publisher}. Reproduit mot pour mot, en {language, select, fr {français} other {anglais}}.',
  'page.editorialNote': 'Note de Vigil, qui ne fait pas partie des lignes directrices',
  'page.notFoundTitle': 'Section introuvable',
  'page.notFound': 'Les lignes directrices n’ont pas de section « {section} ».',

  'hearing.kind.trial': 'procès',
  'hearing.kind.bail': 'enquête sur mise en liberté',
  'hearing.kind.appeal': 'appel',
  'hearing.kind.verdict': 'jugement',
  'hearing.kind.sentencing': 'prononcé de la peine',
  'hearing.kind.detention-review': 'révision de la détention',
  'hearing.kind.other': 'audience',
  'hearing.access.open': 'ouverte au public',
  'hearing.access.closed': 'à huis clos',
  'hearing.access.permission-needed': 'autorisation nécessaire',
  'hearing.access.unknown': 'inconnu',
  'hearing.permission.not-requested': 'autorisation non demandée',
  'hearing.permission.requested': 'autorisation demandée',
  'hearing.permission.granted': 'autorisation accordée',
  'hearing.permission.refused': 'autorisation refusée',
  'hearing.feed.name': 'Audiences (Vigil)',
  'hearing.feed.summary': '{caseName} : {kind}',
  'hearing.feed.details':
    'Accès : {access}; {permission}. {count, plural, =0 {Personne n’y assiste encore.} one {Une personne ou organisation y assiste.} other {# y assistent.}} Référence : {id}.',

  'hearing.import.file-unreadable': 'Ligne {line} : je ne peux pas lire ce fichier.',
  'hearing.import.file-empty': 'Le fichier ne contient aucune audience.',
  'hearing.import.file-too-long': 'Le fichier contient plus de 2 000 audiences.',
  'hearing.import.column-unknown': 'Ligne {line} : je ne connais pas la colonne « {where} ».',
  'hearing.import.column-missing': 'Ligne {line} : la colonne « {where} » manque.',
  'hearing.import.name-invalid':
    'Ligne {line} : le nom de code doit compter de 2 à 40 lettres, chiffres, espaces ou traits d’union. N’utilisez jamais un vrai nom.',
  'hearing.import.kind-unknown': 'Ligne {line} : je ne connais pas ce type d’audience.',
  'hearing.import.access-unknown':
    'Ligne {line} : l’accès doit être « ouverte au public », « à huis clos », « autorisation nécessaire » ou « inconnu ».',
  'hearing.import.mission-unknown': 'Ligne {line} : je ne connais pas cette mission.',
  'hearing.import.place-unknown':
    'Ligne {line} : je ne connais pas cette ville. Nommez la grande ville la plus proche, ajoutez son pays ou donnez le fuseau horaire.',
  'hearing.import.zone-unknown': 'Ligne {line} : je ne connais pas ce fuseau horaire.',
  'hearing.import.zone-needed': 'Ligne {line} : indiquez la ville ou le fuseau horaire du tribunal.',
  'hearing.import.zone-ambiguous':
    'Ligne {line} : plusieurs lieux portent ce nom; ajoutez le pays ou indiquez le fuseau horaire.',
  'hearing.import.date-not-understood': 'Ligne {line} : je ne comprends pas la date.',
  'hearing.import.date-weekday-differs':
    'Ligne {line} : la date ne tombe pas le jour de la semaine qui l’accompagne.',
  'hearing.import.date-ambiguous':
    'Ligne {line} : la date ou l’heure peut se comprendre de plusieurs façons; écrivez-la comme 2027-03-14 09:30.',
  'hearing.import.time-missing': 'Ligne {line} : l’heure manque.',
  'hearing.import.time-past': 'Ligne {line} : cette heure est passée.',
  'hearing.import.time-skipped':
    'Ligne {line} : les horloges avancent par-dessus cette heure, qui n’y existe donc pas.',
  'hearing.import.time-doubled':
    'Ligne {line} : les horloges reculent et montrent cette heure deux fois; ajoutez cette audience à la main.',
  'hearing.import.text-too-long': 'Ligne {line} : le texte de « {where} » est trop long.',
  'hearing.import.line-repeated': 'Ligne {line} : cette audience figure deux fois dans le fichier.',
  'hearing.import.line-known': 'Ligne {line} : cette audience est déjà au calendrier.',
  'hearing.import.event-repeating':
    'Ligne {line} : un événement périodique ne peut pas être repris; énumérez ses dates.',
  'hearing.import.event-cancelled': 'Ligne {line} : cet événement a été annulé.',

  'hearing.refused.unknown': 'Je ne connais aucune audience sous cette référence.',
  'hearing.refused.already-there': 'Cette audience a déjà été ajoutée.',
  'hearing.refused.card-outdated':
    'Cette carte montre une date antérieure de l’audience. Rien n’a été changé; demandez de nouveau l’audience pour voir où elle en est.',
  'hearing.refused.cancelled': 'Cette audience a été annulée; plus rien ne peut y être changé.',
  'hearing.refused.already-held':
    'Cette audience a eu lieu et son issue est consignée; seules ses notes peuvent encore être corrigées.',
  'hearing.refused.no-date-yet': 'Cette audience n’a pas encore de date.',
  'hearing.refused.time-past':
    'Cette heure est passée. Une audience ne peut être fixée qu’à une heure à venir.',
  'hearing.refused.time-skipped':
    'Cette heure n’existe pas : ce jour-là, les horloges avancent et la sautent. Indiquez-en une autre.',
  'hearing.refused.time-doubled':
    'Ce jour-là, les horloges reculent et montrent cette heure deux fois. Laissez la date à confirmer, puis annoncez-la par « Ajournée » sur la fiche de la nouvelle audience, qui demande laquelle des deux est la bonne.',
  'hearing.refused.same-time': 'L’audience est déjà fixée à cette heure.',
  'hearing.refused.nothing-changed': 'Rien ne diffère de ce qui est déjà consigné.',
  'hearing.refused.not-official':
    'Seuls les fonctionnaires inscrits au répertoire de Vigil peuvent changer le calendrier des audiences.',
  'hearing.refused.already-attending': 'Cette personne figure déjà sur la liste de présence.',
  'hearing.refused.not-attending': 'Cette personne ne figure pas sur la liste de présence.',
  'hearing.refused.already-confirmed': 'Vous avez déjà confirmé votre présence.',
  'hearing.refused.lead-not-attending':
    'L’observateur principal doit être une personne qui assiste à l’audience.',
  'hearing.refused.already-lead': 'Cette personne est déjà l’observateur principal.',
  'hearing.refused.partner-known': 'Cette organisation figure déjà sur la liste de présence.',
  'hearing.refused.partner-unknown': 'Cette organisation ne figure pas sur la liste de présence.',
  'hearing.refused.outcome-too-early':
    'L’audience n’a pas encore commencé; elle n’a donc pas d’issue. Elle peut être ajournée ou annulée.',
  'hearing.refused.permission-unchanged': 'C’est déjà ce qui est consigné au sujet de l’autorisation.',
  'hearing.refused.date-impossible': 'Cette date ou cette heure n’existe pas.',
  'hearing.refused.zone-unknown': 'Je ne connais pas ce fuseau horaire.',
  'hearing.refused.name-invalid':
    'Un nom de code compte de 2 à 40 lettres, chiffres, espaces ou traits d’union, par exemple HERON. N’utilisez jamais un vrai nom.',
};
