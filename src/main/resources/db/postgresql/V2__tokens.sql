CREATE TABLE token (
    id            VARCHAR(12) PRIMARY KEY,
    owner         VARCHAR NOT NULL,
    owner_name    VARCHAR NOT NULL,
    name          VARCHAR(100) NOT NULL,
    role          VARCHAR(20) NOT NULL,
    -- SHA-256 of the token: what is random and long needs no slow hash.
    hash          BYTEA NOT NULL,
    -- SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey
    scram         VARCHAR(200) NOT NULL,
    created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_used_at  TIMESTAMP(6) WITH TIME ZONE,
    revoked_at    TIMESTAMP(6) WITH TIME ZONE
);

CREATE INDEX token_by_owner ON token (owner, created_at);
