-- What the answers of a day of UTC would cost at AWS, as the engine estimates it.

CREATE TABLE spending (
    spent_on    DATE PRIMARY KEY,
    usd         NUMERIC(38, 12) NOT NULL
);
