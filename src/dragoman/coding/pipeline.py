"""The order of coding on one screen: Document -> Reading.

set_scene      sentences, mentions, dates
find_cues      how each mention hangs in its sentence
find_meetings  who met whom
find_acts      who did or said what towards whom
propose        what the encoder reads where the rules are blind (with an encoder)
weigh          how sure each of them is
write_reports  records with codes, evidence, ids
judge_headline whether the text bears the headline out
"""

from __future__ import annotations

from dragoman.coding.acts.act import Act
from dragoman.coding.acts.find import find_acts
from dragoman.coding.confidence import weigh
from dragoman.coding.cues.find import find_cues
from dragoman.coding.headline import judge_headline
from dragoman.coding.meetings.facts import Meeting
from dragoman.coding.meetings.find import find_meetings
from dragoman.coding.model.encoder import Encoder, open_encoder
from dragoman.coding.model.proposals import propose
from dragoman.coding.names.gazetteer import Gazetteer
from dragoman.coding.people.parties import Discourse
from dragoman.coding.reports import write_reports
from dragoman.coding.scene import Scene, set_scene
from dragoman.records import Document, Reading
from dragoman.settings import Settings

__all__ = ["Coder"]


class Coder:
    """Codes documents; loads its tables once and can be used for any number of documents."""

    def __init__(self, settings: Settings | None = None, encoder: Encoder | None = None) -> None:
        """``encoder``: None reads by rules alone."""
        self._gazetteer = Gazetteer.load((settings or Settings()).actors)
        self._encoder = encoder if encoder is not None and encoder.trained else None

    @classmethod
    def open(cls, settings: Settings) -> Coder:
        """With the encoder, unless the settings say ``use_model = false``. Raises ModelError."""
        return cls(settings, open_encoder(settings))

    def find(self, document: Document) -> tuple[Scene, list[Meeting], list[Act]]:
        """What one document tells, before it is weighed and written down as reports."""
        scene = set_scene(document, self._gazetteer)
        cues = {s.number: find_cues(s, scene.language) for s in scene.sentences}
        discourse = Discourse()
        meetings = find_meetings(scene, cues, discourse)
        acts = find_acts(scene, cues, discourse)
        if self._encoder is not None:
            propose(scene, cues, meetings, acts, self._encoder)
        return scene, meetings, acts

    def code(self, document: Document) -> Reading:
        """Reports of one document, with ``headline_supported`` set."""
        scene, meetings, acts = self.find(document)
        weigh([*meetings, *acts])
        reports = write_reports(scene, meetings, acts)
        supported = judge_headline(document, reports)
        return Reading(
            document=document.model_copy(update={"headline_supported": supported}), reports=reports
        )
