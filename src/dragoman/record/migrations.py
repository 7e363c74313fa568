"""The record's shape as numbered migrations.

In: nothing. Out: SQL; migration N (from 1) brings a record of version N-1 to version N. Never
edit one that was released; add the next. Running them is left to database.
"""

from __future__ import annotations

__all__ = ["MIGRATIONS"]

_DOCUMENTS_AND_REPORTS = """
    CREATE TABLE documents (
        id TEXT PRIMARY KEY, url TEXT, publisher TEXT, publisher_country TEXT, language TEXT,
        title TEXT, published TEXT, genre TEXT, json TEXT NOT NULL, stored TEXT NOT NULL);
    CREATE TABLE passages (
        document TEXT NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
        role TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        PRIMARY KEY (document, number)) WITHOUT ROWID;
    CREATE TABLE reports (
        id TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents(id), kind TEXT NOT NULL,
        form TEXT, status TEXT NOT NULL, day TEXT, made_by TEXT NOT NULL, types TEXT NOT NULL,
        superseded TEXT, json TEXT NOT NULL, PRIMARY KEY (id, made_by));
    CREATE INDEX reports_by_document ON reports(document);
    CREATE INDEX reports_by_day ON reports(kind, day);
    CREATE TABLE parties (
        report TEXT NOT NULL, country TEXT NOT NULL, PRIMARY KEY (country, report)) WITHOUT ROWID;
    CREATE TABLE failures (
        source TEXT NOT NULL, line INTEGER NOT NULL DEFAULT 0, stage TEXT NOT NULL,
        fault TEXT NOT NULL, remedy TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (source, line, stage)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE found USING fts5(document UNINDEXED, tokens, tokenize='unicode61');
"""

# readings: which reader has read which document, also where it found nothing to report.
# unmerged: reports whose block is to be judged (again); what keep() writes in the same
# transaction as the report, so a kill between keeping and merging loses nothing.
# sketches, blocks: what judging needs of a report, and where its candidates are found.
_EVENTS = """
    CREATE TABLE readings (
        document TEXT NOT NULL REFERENCES documents(id), made_by TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (document, made_by)) WITHOUT ROWID;
    CREATE TABLE unmerged (report TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE sketches (report TEXT PRIMARY KEY, json TEXT NOT NULL, vector BLOB) WITHOUT ROWID;
    CREATE TABLE blocks (
        key TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (key, report)) WITHOUT ROWID;
    CREATE INDEX blocks_by_report ON blocks(report);
    CREATE TABLE signatures (document TEXT PRIMARY KEY, hashes BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE links (
        one TEXT NOT NULL, other TEXT NOT NULL, judgement TEXT NOT NULL, score REAL NOT NULL,
        reason TEXT NOT NULL, made_by TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (one, other)) WITHOUT ROWID;
    CREATE INDEX links_by_other ON links(other);
    CREATE INDEX links_unsure ON links(score) WHERE judgement = 'unsure';
    CREATE TABLE events (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, form TEXT, status TEXT NOT NULL, first TEXT,
        last TEXT, types TEXT NOT NULL, topics TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX events_by_day ON events(first, id);
    CREATE TABLE event_reports (
        report TEXT PRIMARY KEY, event TEXT NOT NULL, copy_of TEXT) WITHOUT ROWID;
    CREATE INDEX event_reports_by_event ON event_reports(event);
    CREATE TABLE event_actors (
        actor TEXT NOT NULL, event TEXT NOT NULL, party INTEGER NOT NULL,
        PRIMARY KEY (actor, event)) WITHOUT ROWID;
    CREATE INDEX event_actors_by_event ON event_actors(event);
    CREATE TABLE corrections (
        id TEXT PRIMARY KEY, verb TEXT NOT NULL, subject TEXT NOT NULL, field TEXT, value TEXT,
        who TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL, undone TEXT,
        subject_key TEXT NOT NULL, value_key TEXT, subject_document TEXT NOT NULL,
        value_document TEXT);
    CREATE INDEX corrections_by_subject ON corrections(subject_document);
    CREATE INDEX corrections_by_value ON corrections(value_document);
    INSERT OR IGNORE INTO readings
        SELECT document, made_by, max(coalesce(superseded, '')) FROM reports GROUP BY 1, 2;
    INSERT OR IGNORE INTO unmerged SELECT id FROM reports WHERE superseded IS NULL;
"""

# What lists and searches walk without opening a row that holds JSON.
# catalogue: documents by their row in the full text, slim. told: which event a document tells of.
# events_across: events that begin in one month and end in another, so that a search from a day on
# knows how far back it must look. The days in parties, event_actors and told repeat those of their
# reports and events: a list in order of days walks one index.
_LISTS = """
    CREATE TABLE catalogue (
        row INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE, published TEXT, language TEXT);
    INSERT INTO catalogue SELECT f.rowid, d.id, d.published, d.language
        FROM found f JOIN documents d ON d.id = f.document;
    CREATE INDEX catalogue_by_day ON catalogue(published DESC, document, language);
    CREATE INDEX documents_by_url ON documents(url);
    CREATE INDEX documents_by_publisher ON documents(
        publisher, publisher_country, language, published, stored);
    CREATE INDEX readings_by_time ON readings(at);
    CREATE INDEX reports_listed ON reports(day DESC, id, kind, status, types, document)
        WHERE superseded IS NULL;
    ALTER TABLE parties ADD COLUMN day TEXT;
    UPDATE parties SET day = (
        SELECT r.day FROM reports r WHERE r.id = parties.report AND r.superseded IS NULL);
    CREATE INDEX parties_by_day ON parties(country, day DESC, report);
    CREATE INDEX events_listed ON events(first DESC, id, last, kind, status, form, types, topics);
    CREATE INDEX events_by_kind ON events(kind, first DESC, id, last, status);
    CREATE INDEX events_by_status ON events(status, first DESC, id, last, kind);
    CREATE INDEX events_across ON events(last, first)
        WHERE first IS NULL OR substr(last, 1, 7) <> substr(first, 1, 7);
    ALTER TABLE event_actors ADD COLUMN first TEXT;
    UPDATE event_actors SET first = (
        SELECT v.first FROM events v WHERE v.id = event_actors.event);
    CREATE INDEX event_actors_by_day ON event_actors(actor, first DESC, event, party);
    CREATE TABLE told (
        row INTEGER NOT NULL, event TEXT NOT NULL, first TEXT, language TEXT,
        PRIMARY KEY (row, event)) WITHOUT ROWID;
    INSERT OR IGNORE INTO told
        SELECT c.row, e.event, v.first, c.language FROM event_reports e
        JOIN reports r ON r.id = e.report AND r.superseded IS NULL
        JOIN catalogue c ON c.document = r.document JOIN events v ON v.id = e.event;
    CREATE INDEX told_by_event ON told(event, row, language);
    CREATE INDEX told_by_language ON told(language, first DESC, event);
    CREATE INDEX links_related ON links(one, other) WHERE judgement = 'related';
    CREATE INDEX links_related_by_other ON links(other, one) WHERE judgement = 'related';
"""

MIGRATIONS: tuple[str, ...] = (_DOCUMENTS_AND_REPORTS, _EVENTS, _LISTS)
