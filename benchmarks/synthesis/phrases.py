"""The words of synthetic records, in English and in French side by side.

A template may hold ``{part}``, a component of an imaginary service, ``{other}``, another one, and ``{n}``, a
small number. French components are masculine singular with their article, so that every template takes any.
"""

from __future__ import annotations


__all__ = ["NOUNS", "PHRASES", "STATES", "Phrase"]

Phrase = tuple[str, str]
"""A text in English and in French."""

NOUNS: tuple[Phrase, ...] = (
    ("Broker", "courtier"), ("Gateway", "portier"), ("Ledger", "registre"), ("Scheduler", "planificateur"),
    ("Balancer", "répartiteur"), ("Recorder", "enregistreur"), ("Channel", "canal"), ("Session", "jeton"),
    ("Account", "compte"), ("Cluster", "groupe"), ("Relay", "relais"), ("Mixer", "mélangeur"),
    ("Translator", "traducteur"), ("Counter", "compteur"), ("Archive", "fonds"), ("Index", "index"),
    ("Cache", "cache"), ("Dispatcher", "aiguilleur"), ("Sensor", "capteur"), ("Encoder", "encodeur"),
    ("Decoder", "décodeur"), ("Replicator", "réplicateur"), ("Auditor", "auditeur"), ("Worker", "ouvrier"),
    ("Region", "secteur"), ("Tenant", "locataire"), ("Topic", "sujet"), ("Snapshot", "instantané"),
    ("Journal", "journal"), ("Router", "routeur"), ("Buffer", "tampon"), ("Filter", "filtre"),
    ("Lock", "verrou"), ("Queue", "tour"), ("Stream", "flux"), ("Socket", "lien"),
    ("Certificate", "certificat"), ("Manifest", "manifeste"), ("Payload", "contenu"), ("Quota", "quota"),
)  # fmt: skip

STATES: tuple[Phrase, ...] = (
    ("Unavailable", "indisponible"), ("Expired", "périmé"), ("Revoked", "révoqué"), ("Overloaded", "surchargé"),
    ("Exhausted", "épuisé"), ("Restarting", "en redémarrage"), ("Migrated", "déplacé"), ("Suspended", "suspendu"),
    ("Rejected", "refusé"), ("Malformed", "mal formé"), ("Out of Date", "dépassé"), ("Replaced", "remplacé"),
    ("Too Large", "trop grand"), ("Too Slow", "trop lent"), ("Not Ready", "pas encore prêt"),
    ("Unknown", "inconnu"), ("Busy", "occupé"), ("Drained", "vidé"), ("Forbidden", "interdit"),
    ("Duplicated", "en double"), ("Corrupted", "corrompu"), ("Unreachable", "injoignable"),
    ("Finished", "terminé"), ("Unsupported", "non pris en charge"), ("Timed Out", "sans réponse"),
)  # fmt: skip

PARTS: tuple[Phrase, ...] = (
    ("the session broker", "le courtier de sessions"), ("the edge gateway", "le portier de bordure"),
    ("the message ledger", "le registre des messages"), ("the load balancer", "l'équilibreur de charge"),
    ("the presence index", "l'index de présence"), ("the token service", "le service de jetons"),
    ("the media relay", "le relais de médias"), ("the upload worker", "le processus de téléversement"),
    ("the rate limiter", "le limiteur de débit"), ("the room directory", "l'annuaire des salons"),
    ("the job scheduler", "le planificateur de tâches"), ("the audit log", "le journal d'audit"),
)  # fmt: skip

PHRASES: dict[str, tuple[Phrase, ...]] = {
    "meaning": (
        ("{part} has given up the session and expects its clients to come back later",
         "{part} a abandonné la session et attend le retour de ses clients un peu plus tard"),
        ("the limit of {n} requests that {part} grants to one connection was passed, and it will serve no more",
         "la limite de {n} requêtes que {part} accorde à une connexion est dépassée, et qu'elle n'en servira plus"),
        ("{part} no longer agrees with {other} about the state of the subscription",
         "{part} n'est plus d'accord avec {other} sur l'état de l'abonnement"),
        ("your endpoint sent a message that {part} understands but may not act upon, for example after a logout",
         "un message de votre point de terminaison est compris par {part}, qui n'a pas le droit d'y donner suite, "
         "par exemple après une déconnexion"),
        ("everything that was asked of {part} is done, so that nothing remains to be sent",
         "tout ce qui était demandé a été fait par {part}, et qu'il ne reste rien à envoyer"),
        ("`hello` was not followed by a valid `identify` within {n} seconds",
         "`hello` n'a pas été suivi d'un `identify` valable dans les {n} secondes"),
    ),
    "when": (
        ("{part} is deployed, reloaded or moved to another machine while your connection is open",
         "{part} est déployé, rechargé ou déplacé vers une autre machine alors que votre connexion est ouverte"),
        ("you send more than {n} messages in one second, or subscribe twice to the same room",
         "vous envoyez plus de {n} messages en une seconde, ou que vous vous abonnez deux fois au même salon"),
        ("{part} waits for a heartbeat that does not come for {n} seconds",
         "{part} attend un battement qui ne vient pas pendant {n} secondes"),
        ("a second client logs in with the same token and {part} keeps only the newer of the two",
         "un second client s'identifie avec le même jeton et que {part} ne garde que le plus récent des deux"),
        ("{part} reads a frame whose `sequence` is lower than one that {other} has already confirmed",
         "{part} lit une trame dont `sequence` est inférieur à celui que {other} a déjà confirmé"),
    ),
    "check": (
        ("Look for a deployment of {part} at that minute. If there was one, nothing is broken on your side.",
         "Cherchez un déploiement à cette minute : {part} en est souvent la cause. S'il y en a eu un, rien n'est en "
         "panne chez vous."),
        ("Read the last message that you sent before the close, and compare its `type` with the list of accepted ones.",
         "Lisez le dernier message envoyé avant la fermeture et comparez son `type` à la liste de ceux qui sont admis."),
        ("Measure how many seconds the connection lived; {n} seconds point to {part}, less to {other}.",
         "Mesurez combien de secondes la connexion a tenu : {n} secondes désignent {part}, moins que cela désigne {other}."),
        ("Check the clock of your machine and the lifetime of the token, since {part} accepts neither from the future.",
         "Vérifiez l'horloge de votre machine et la durée de vie du jeton, car {part} n'accepte rien qui vienne du futur."),
    ),
    "fix": (
        ("Nothing needs fixing on the client beyond its reconnection logic: test the code, not `wasClean`, because this one "
         "comes with a closing handshake. On the server, let {part} stop accepting connections first, then close the open "
         "ones in groups of {n}, so that the clients do not all return in the same second.",
         "Côté client, il n'y a rien à corriger hormis la logique de reconnexion : testez le code et non `wasClean`, car "
         "celui-ci suit une poignée de main de fermeture. Côté serveur, {part} doit d'abord cesser d'accepter des "
         "connexions, puis fermer celles qui sont ouvertes par groupes de {n}, pour que les clients ne reviennent pas tous à "
         "la même seconde."),
        ("Ask for a new token before you reconnect, and store the time at which it expires next to it. **A token that was "
         "revoked never becomes valid again**: if {part} refuses the new one too, send the user to the login page. Keep the "
         "identifier of the session, which {other} needs to find the messages that were missed.",
         "Demandez un nouveau jeton avant de vous reconnecter et gardez à côté de lui l'heure à laquelle il expire. **Un jeton "
         "révoqué ne redevient jamais valable** : si {part} refuse aussi le nouveau, envoyez l'utilisateur à la page de "
         "connexion. Conservez l'identifiant de la session, dont {other} a besoin pour retrouver les messages manqués."),
        ("Split the message into parts of at most {n} kB, or send it as a file through the HTTP interface and its address "
         "through the socket. If the size is what you want, raise `max_message_size` in {part} as well as in {other}; the "
         "smaller of the two values decides, whatever the documentation of the client says.",
         "Divisez le message en parties de {n} ko au plus, ou envoyez-le comme fichier par l'interface HTTP et son adresse "
         "par la connexion. Si cette taille est voulue, relevez `max_message_size` dans les deux réglages, car {part} et "
         "{other} ont chacun le leur ; c'est la plus petite des deux valeurs qui décide, quoi qu'en dise la documentation "
         "du client."),
        ("- **Always after the same time?** A timeout of {part} cuts you off: send a `ping` every {n} seconds.\n"
         "- **Only behind the proxy?** Connect straight to {other} and check the `Upgrade` header.\n"
         "- **Only under load?** Read [the guide to capacity](https://docs.vendor.example/capacity) and add a second "
         "instance before the first one is full.",
         "- **Toujours après la même durée ?** Un délai expire et {part} vous coupe : envoyez un `ping` toutes les {n} secondes.\n"
         "- **Seulement derrière le proxy ?** Connectez-vous directement : {other} reçoit-il l'en-tête `Upgrade` ?\n"
         "- **Seulement en charge ?** Lisez [le guide de capacité](https://docs.vendor.example/capacity) et ajoutez une "
         "seconde instance avant que la première ne soit pleine."),
    ),
    "reconnect": (
        ("Wait a random time between {n} seconds and a minute, then reconnect to the same address. The randomness matters more "
         "than the exact bounds: it keeps thousands of clients from returning at once. If that attempt fails, let the delay "
         "grow, and tell the user after the third one.",
         "Attendez un temps aléatoire compris entre {n} secondes et une minute, puis reconnectez-vous à la même adresse. Le "
         "hasard compte plus que les bornes exactes : il évite que des milliers de clients reviennent en même temps. Si "
         "cette tentative échoue, allongez le délai, et prévenez l'utilisateur après la troisième."),
        ("Do not reconnect before the cause is repaired, since {part} would refuse the next connection in the same way. Once it "
         "is, begin with a fresh session: {other} has dropped the old one, and `resume` would only cost another round trip.",
         "Ne vous reconnectez pas avant d'avoir corrigé la cause, car {part} refuserait la connexion suivante de la même "
         "manière. Ensuite, ouvrez une nouvelle session : {other} a oublié l'ancienne, et `resume` ne ferait que coûter un "
         "aller-retour de plus."),
        ("Reconnect at once and send `resume` with the last sequence number. Nobody has published a delay for this code; one "
         "attempt in {n} seconds is what {part} tolerates before it answers with a refusal.",
         "Reconnectez-vous aussitôt et envoyez `resume` avec le dernier numéro de séquence. Personne n'a publié de délai pour "
         "ce code ; une tentative toutes les {n} secondes est ce que {part} tolère avant de répondre par un refus."),
    ),
    "received": (
        ("wait {n} seconds, chosen at random around that figure, and reconnect without asking the user",
         "attendez {n} secondes environ, tirées au hasard, puis reconnectez-vous sans rien demander à l'utilisateur"),
        ("stop, ask for a new token and open a fresh session; {part} has forgotten the old one",
         "arrêtez-vous, demandez un nouveau jeton et ouvrez une nouvelle session ; {part} a oublié l'ancienne"),
        ("read the message that you sent last, correct it and send it again over a new connection",
         "relisez le dernier message envoyé, corrigez-le et renvoyez-le par une nouvelle connexion"),
        ("tell the user that {part} is closed for the day, and offer to try again by hand",
         "dites à l'utilisateur que {part} est fermé pour la journée, et proposez un nouvel essai à la main"),
    ),
    "send": (
        ("{part} is about to stop and the same address will soon accept connections again",
         "{part} est sur le point de s'arrêter et que la même adresse acceptera bientôt de nouveau des connexions"),
        ("the client has used up its quota and {part} has recorded it",
         "le client a épuisé son quota et que {part} l'a enregistré"),
        ("a message cannot be delivered because {part} and {other} disagree about its sequence",
         "un message ne peut pas être remis parce que {part} et {other} ne sont pas d'accord sur sa séquence"),
        ("the work of the session is complete and no answer is awaited from {part}",
         "le travail de la session est terminé et qu'aucune réponse n'est attendue : {part} a tout rendu"),
    ),
    "instead": (
        ("close with 1011 if {part} failed or with 1001 if it is leaving",
         "fermez avec 1011 en cas d'échec ou avec 1001 en cas de départ, même quand {part} n'y est pour rien"),
        ("send 1008 with a reason, since {part} adds this number by itself when no frame arrives",
         "envoyez 1008 avec une raison, car {part} ajoute ce numéro de lui-même quand aucune trame n'arrive"),
    ),
    "causes": (
        ("a rolling deployment replaces {part} while {other} still counts on it",
         "un déploiement progressif remplace un processus : {part} disparaît alors que {other} compte encore dessus"),
        ("{part} receives a stop signal and closes its {n} oldest connections",
         "{part} reçoit un signal d'arrêt et ferme ses {n} connexions les plus anciennes"),
        ("the client reuses a token that {part} revoked when the password changed",
         "le client réutilise un jeton révoqué : {part} l'a retiré quand le mot de passe a changé"),
        ("two tabs of the same browser share one session, and {part} keeps only one of them",
         "deux onglets du même navigateur partagent une session, et {part} n'en garde qu'un"),
        ("a proxy between the client and {part} cuts what has been idle for {n} seconds",
         "un proxy coupe ce qui reste inactif pendant {n} secondes, avant même que {part} ne s'en aperçoive"),
    ),
    "pitfalls": (
        ("A client that reconnects only when `wasClean` is false never comes back, because {part} closed properly.",
         "Un client qui ne se reconnecte que si `wasClean` vaut `false` ne revient jamais, car {part} a fermé proprement."),
        ("Some references give a delay of 1 to {n} seconds; the documentation of the vendor gives none at all.",
         "Certaines références donnent un délai de 1 à {n} secondes ; la documentation du fournisseur n'en donne aucun."),
        ("Libraries that predate the code may refuse it as invalid and report a protocol error instead.",
         "Des bibliothèques antérieures à ce code peuvent le refuser comme non valide et signaler à la place une erreur de "
         "protocole."),
        ("The reason beside the code is meant for {part} and its log; do not show it to users, who cannot act on it.",
         "La raison qui accompagne le code s'adresse au journal que tient {part} ; ne la montrez pas aux utilisateurs, qui n'y "
         "peuvent rien."),
    ),
    "note": (
        ("the table of close codes", "le tableau des codes de fermeture"),
        ("clean closes that stranded clients", "des fermetures propres après lesquelles les clients ne revenaient plus"),
        ("section about limits", "section sur les limites"),
        ("which reproduces the text of the vendor", "qui reproduit le texte du fournisseur"),
    ),
}  # fmt: skip
