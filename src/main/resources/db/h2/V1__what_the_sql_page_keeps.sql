-- Texts are VARCHAR, not CLOB: they lie in their row, so that a reader meets them whole while another saves. 1,048,576
-- characters is the longest H2 has.

CREATE TABLE editor_tab (
    id          UUID PRIMARY KEY,
    owner       VARCHAR NOT NULL,
    place       INT NOT NULL,
    name        VARCHAR(200) NOT NULL,
    text        VARCHAR(1048576) NOT NULL,
    row_limit   INT NOT NULL,
    -- JSON: {"name": {"type": "DATE", "value": "2019-04-01"}}
    parameters  VARCHAR(1048576) NOT NULL,
    version     BIGINT NOT NULL,
    -- NULL while it is open
    closed_at   TIMESTAMP(9) WITH TIME ZONE
);

CREATE INDEX editor_tab_by_owner ON editor_tab (owner, place);

CREATE TABLE history (
    -- Newest last, whatever the clock does.
    number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    query_id    UUID NOT NULL UNIQUE,
    owner       VARCHAR NOT NULL,
    started_at  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    sql_text    VARCHAR(1048576) NOT NULL,
    outcome     VARCHAR(20) NOT NULL,
    message     VARCHAR(500),
    took_ns     BIGINT,
    row_count   BIGINT,
    usd         NUMERIC(38, 12)
);

CREATE INDEX history_by_owner ON history (owner, number DESC);

CREATE TABLE saved_query (
    id          UUID PRIMARY KEY,
    owner       VARCHAR NOT NULL,
    folder      VARCHAR(1000) NOT NULL,
    name        VARCHAR(200) NOT NULL,
    sql_text    VARCHAR(1048576) NOT NULL,
    saved_at    TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    -- NULL while it is there
    deleted_at  TIMESTAMP(9) WITH TIME ZONE,
    -- The same whatever the case: as files, two of them would be one on some machines.
    taken       VARCHAR(2000) GENERATED ALWAYS AS
                    (CASE WHEN deleted_at IS NULL THEN LOWER(folder) || '/' || LOWER(name) END),
    UNIQUE (owner, taken)
);
