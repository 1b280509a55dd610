-- What each person has used on a day of UTC, as far as a limit counts it. Only the last day is kept.

CREATE TABLE day_of_use (
    owner       VARCHAR(1000) NOT NULL,
    used_on     DATE NOT NULL,
    bytes       BIGINT NOT NULL,
    usd         NUMERIC(38, 12) NOT NULL,
    PRIMARY KEY (owner, used_on)
);
