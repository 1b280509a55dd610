package io.duckboard.security;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that somebody can reach in the app, and the right that it takes. The code that opens a page, does
 * something or pushes something asks this table; what is not in it is closed to all who have to sign in.
 */
public enum Place {
    DASHBOARD(Kind.PAGE, "", Right.SEE),
    /** Dashboards of files, and the list of them. */
    BOARDS(Kind.PAGE, "d", Right.SEE),
    DATA(Kind.PAGE, "data", Right.ASK),
    SQL(Kind.PAGE, "sql", Right.ASK),
    LINEAGE(Kind.PAGE, "lineage", Right.ASK),
    ENGINE(Kind.PAGE, "engine", Right.ASK),
    TOKENS(Kind.PAGE, "tokens", Right.ASK),
    /** Who did what. */
    AUDIT(Kind.PAGE, "audit", Right.OPERATE),

    /** The whole answer of a query, written to a file. */
    EXPORTS(Kind.ACT, "QueryService.export", Right.EXPORT),
    /** Such a file, on its way to a browser. */
    DOWNLOADS(Kind.ACT, "QueryService.open", Right.EXPORT),
    /** Tabs, history and saved queries. */
    KEPT(Kind.ACT, "Asker.keeper", Right.KEEP),
    /** Tokens of one's own: to see, make and revoke them. */
    OWN_TOKENS(Kind.ACT, "PersonalTokens.mine", Right.ASK),
    /** Everybody's. */
    ALL_TOKENS(Kind.ACT, "PersonalTokens.all", Right.OPERATE),
    API_QUERY(Kind.ENDPOINT, "POST /api/query", Right.ASK),
    /** Of a query of one's own. */
    API_CANCEL(Kind.ENDPOINT, "POST /api/query/{id}/cancel", Right.ASK),
    API_TABLES(Kind.ENDPOINT, "GET /api/tables", Right.ASK),
    API_TABLE(Kind.ENDPOINT, "GET /api/tables/{*name}", Right.ASK),
    /** An agent's messages. Each of its tools and resources is of a place of its own. */
    MCP(Kind.ENDPOINT, "POST /mcp", Right.SEE),
    TRANSFORM_START(Kind.ACT, "TransformRuns.start", Right.OPERATE),
    TRANSFORM_CANCEL(Kind.ACT, "TransformRuns.cancel", Right.OPERATE),

    /** How the last call of the engine went. */
    ENGINE_STATE(Kind.PUSH, "QueryService.onCall", Right.SEE),
    /** What was said to others whose questions failed. */
    ENGINE_ERRORS(Kind.PUSH, "CallLog.errors", Right.OPERATE),
    /** How far a run of the transform is. */
    RUN_STATE(Kind.PUSH, "TransformRuns.onChange", Right.ASK);

    /** How somebody reaches a place. */
    public enum Kind {
        /** By its address. */
        PAGE,
        /** By having the server do something, from a page. */
        ACT,
        /** By a request of HTTP with a token. */
        ENDPOINT,
        /** Not at all: the server sends it. */
        PUSH
    }

    private final Kind kind;
    private final String name;
    private final Right right;

    Place(Kind kind, String name, Right right) {
        this.kind = kind;
        this.name = name;
        this.right = right;
    }

    /** @param route the page's address without its parameters, as its class states it */
    public static Optional<Place> page(String route) {
        return Arrays.stream(values())
                .filter(place -> place.kind == Kind.PAGE && place.name.equals(route))
                .findFirst();
    }

    public Kind kind() {
        return kind;
    }

    /** A page's address without its parameters, a method and an address of HTTP, or the method that asks this table. */
    public String place() {
        return name;
    }

    public boolean isOpenTo(Role role) {
        return right.isOf(role);
    }
}
