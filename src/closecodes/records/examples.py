"""An example of every field that is no list of words and no record of its own.

Schemas and the field reference show them; the program itself never loads this module. Examples of whole records
are composed of these.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


__all__ = ["EXAMPLES"]

_DIGEST = "3d01116e"

_COMMON: Mapping[str, Any] = {
    "shared": ["reconnect"],
    "translation": {"fr": {"meaning": _DIGEST}},
}
"""Fields that several models have, and that mean the same in each."""

EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "CodeRecord": {
        "code": 4004,
        "name": {"en": "Authentication failed", "fr": "Échec de l'authentification"},
        "identifier": "AUTHENTICATION_FAILED",
        "constants": {"tungstenite": "Restart", "spring": "SERVICE_RESTARTED"},
        "see_also": ["discord-4014", "3000"],
        **_COMMON,
    },
    "Facts": {
        "sent_by": "server",
        "on_the_wire": True,
        "subject": "authentication",
        "kind": "refusal",
        "fault": "receiver",
        "retry": "never",
        "specified_in": "vendor",
        "http_status": 401,
    },
    "RetryDelay": {"min": 5, "max": 30, "source": "spring-close-status"},
    "CodeTexts": {
        "meaning": {
            "en": "the token in your `Identify` event is not correct",
            "fr": "le jeton de votre événement `Identify` n'est pas correct",
        },
        "when": {
            "en": "the bot starts with a token that is mistyped or missing",
            "fr": "le bot démarre avec un jeton mal recopié ou absent",
        },
        "check": {
            "en": "Look at the value that reaches the `token` field.",
            "fr": "Regardez la valeur qui arrive dans le champ `token`.",
        },
        "fix": {
            "en": "Take the token from the Bot page of your app's settings.",
            "fr": "Prenez le jeton à la page « Bot » des paramètres de votre application.",
        },
        "reconnect": {
            "en": "No: Discord wants a client to stop. Start it again yourself once the token is right.",
            "fr": "Non : Discord veut qu'un client s'arrête. Relancez-le vous-même une fois le jeton correct.",
        },
        "received": {
            "en": "stop reconnecting and give the bot its current token",
            "fr": "cessez de vous reconnecter et donnez au bot son jeton actuel",
        },
        "send": {
            "en": "your server is about to restart",
            "fr": "votre serveur est sur le point de redémarrer",
        },
        "instead": {
            "en": "close with 1011 if your endpoint failed",
            "fr": "fermez avec 1011 si votre point de terminaison a échoué",
        },
    },
    "SourcedText": {
        "en": "the token has been reset since the bot started",
        "fr": "le jeton a été réinitialisé depuis le démarrage du bot",
        "sources": ["discord-codes"],
    },
    "Reason": {"text": "Authentication failed.", "by": "Discord", "sources": ["discord-py-4027"]},
    "Source": {
        "id": "discord-codes",
        "title": "Discord, “Opcodes and Status Codes”",
        "note": {"en": "Gateway Close Event Codes", "fr": "codes de fermeture du Gateway"},
        "url": "https://docs.discord.com/developers/topics/opcodes-and-status-codes",
        "supports": ["sent_by", "retry", "meaning"],
        "verified": True,
        "checked": "2026-11-22",
    },
    "FamilyRecord": {
        "id": "discord",
        "name": {"en": "Discord Gateway", "fr": "Discord Gateway"},
        "document": "https://docs.discord.com/developers/topics/opcodes-and-status-codes",
        "read_on": "2026-11-22",
        "version": "commit 1014293",
        **_COMMON,
    },
    "FamilyTexts": {
        "defined_by": {
            "en": "the Discord Gateway documentation",
            "fr": "la documentation du Gateway de Discord",
        },
        "description": {
            "en": "The Gateway is the WebSocket over which Discord delivers events to bots.",
            "fr": "Le Gateway est la connexion WebSocket par laquelle Discord transmet les événements aux bots.",
        },
        "reconnect": {
            "en": "Reconnect after every code except 4004 and 4010 to 4014.",
            "fr": "Reconnectez-vous après chaque code, sauf 4004 et ceux de 4010 à 4014.",
        },
    },
    "NumberRange": {"min": 4000, "max": 4014},
    "Band": {
        "min": 4100,
        "max": 4199,
        "use": {
            "en": "The client gets a new token, then reconnects.",
            "fr": "Le client obtient un nouveau jeton, puis se reconnecte.",
        },
    },
    "ComparisonRecord": {"codes": ["1000", "1012"], **_COMMON},
    "ComparisonTexts": {
        "difference": {
            "en": "1000 says that the work is over, and 1012 asks you to come back.",
            "fr": "1000 dit que le travail est fini, et 1012 vous demande de revenir.",
        },
        "tell": {
            "en": "Read the code, not `wasClean`: the property is `true` for both.",
            "fr": "Lisez le code et non `wasClean` : la propriété vaut `true` dans les deux cas.",
        },
        "act": {
            "en": "After 1000, stay closed. After 1012, wait, then reconnect.",
            "fr": "Après 1000, restez déconnecté. Après 1012, attendez, puis reconnectez-vous.",
        },
    },
    "FrameSequence": {"title": {"en": "1012: the server restarts", "fr": "1012 : le serveur redémarre"}},
    "FrameStep": {
        "frame": "Close 1012",
        "note": {"en": "before it stops", "fr": "avant de s'arrêter"},
    },
    "RangeRecord": {
        "min": 4000,
        "max": 4999,
        "name": {"en": "Private use", "fr": "Usage privé"},
        "examples": [4000, 4001],
    },
    "RangeTexts": {
        "use": {
            "en": "Any application may use these numbers.",
            "fr": "Toute application peut employer ces numéros.",
        },
        "registration": {"en": "They cannot be registered.", "fr": "Ils ne peuvent pas être enregistrés."},
        "advice": {
            "en": "Read the documentation of the service you were connected to.",
            "fr": "Lisez la documentation du service auquel vous étiez connecté.",
        },
    },
    "Ranges": _COMMON,
    "Library": {
        "id": "tungstenite",
        "name": "tungstenite",
        "language": "Rust",
        "constants": "CloseCode",
        "source": "https://github.com/snapview/tungstenite-rs/blob/master/src/protocol/frame/coding.rs",
    },
    "Libraries": {},
    "SiteRecord": {
        "name": "closecodes",
        "tagline": {
            "en": "Every WebSocket close code, explained, sourced and compared",
            "fr": "Tous les codes de fermeture WebSocket, expliqués, sourcés et comparés",
        },
        "base_url": "https://closecodes.example/",
        "repository": "https://github.com/closecodes/closecodes",
        "branch": "main",
        "proper_names": ["Discord", "Python"],
        "shared": ["tagline"],
        "translation": {"fr": {"tagline": _DIGEST}},
    },
    "Term": {
        "id": "keepalive",
        "term": {"en": "keepalive", "fr": "maintien de la connexion"},
        "definition": {
            "en": "Small exchanges at intervals that keep a connection from falling silent.",
            "fr": "De petits échanges à intervalles réguliers, qui évitent à une connexion de rester silencieuse.",
        },
        "rejected": {"fr": ["keepalive", "battement de cœur"]},
        "allowed": {"fr": ["keepalive ping timeout"]},
        "searched": {"en": ["heartbeat", "ping pong"]},
        "note": {
            "en": "HTTP means something else by keep-alive.",
            "fr": "HTTP emploie le mot anglais pour autre chose.",
        },
        "sources": ["websockets-keepalive"],
    },
    "Glossary": _COMMON,
    "ErrorTexts": {
        "id": "ws",
        "name": "ws",
        "language": "JavaScript (Node.js)",
        "versions": "commit 01b07e1",
        **_COMMON,
    },
    "ErrorText": {
        "text": "Invalid WebSocket frame: invalid status code {code}",
        "codes": ["1006", "1002"],
        "explanation": {
            "en": "The peer closed with a number that may not stand in a Close frame.",
            "fr": "Le pair a fermé avec un numéro interdit dans une trame de fermeture.",
        },
        "act": {
            "en": "Where a proxy passes codes on, map 1005 to an empty Close.",
            "fr": "Là où un proxy transmet les codes, traduisez 1005 par une fermeture vide.",
        },
        "sources": ["receiver"],
    },
    "Changes": _COMMON,
    "Change": {
        "id": "delay-of-1012",
        "date": "2026-11-28",
        "pages": ["code:1012", "compare:1000/1012"],
        "text": {
            "en": "The delay that 1012 asks for now has a source.",
            "fr": "Le délai que demande 1012 a désormais une source.",
        },
    },
    "Timeouts": _COMMON,
    "Timeout": {
        "id": "ws-close",
        "name": "ws",
        "seconds": 30,
        "setting": "closeTimeout",
        "codes": ["1006"],
        "text": {
            "en": "After `close()`, `ws` gives the peer 30 seconds to answer with a Close frame.",
            "fr": "Après `close()`, `ws` laisse au pair 30 secondes pour répondre par une trame de fermeture.",
        },
        "sources": ["ws-doc"],
    },
}
