package io.duckboard.engine.duckdb;

import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/**
 * Files on S3, read by DuckDB itself. Another client would make a cold start ten times as expensive. DuckDB also keeps
 * what it has read and only asks whether the ETag is still the same.
 */
public final class StoredFiles implements RemoteFiles {

    private final Database database;
    private final Prefixes prefixes;
    private final StoreAccess access;

    /** @param prefixes that must not appear in any message */
    public StoredFiles(Database database, Prefixes prefixes, StoreAccess access) {
        this.database = database;
        this.prefixes = prefixes;
        this.access = access;
    }

    @Override
    public Optional<String> read(String uri) throws LakeException {
        String sql = "SELECT content FROM read_text(" + Database.literal(uri) + ")";
        try {
            return first(sql).stream().findFirst();
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, sql, prefixes);
            if (problem.code() == ErrorCode.FILE_MISSING) {
                return Optional.empty();
            }
            throw new LakeException(problem, e);
        }
    }

    @Override
    public long size(String uri) throws LakeException {
        String sql = "SELECT size FROM read_blob(" + Database.literal(uri) + ")";
        try {
            return Long.parseLong(first(sql).getFirst());
        } catch (SQLException e) {
            throw new LakeException(DuckDbErrors.problem(e, sql, prefixes), e);
        }
    }

    @Override
    public List<String> listParquet(String prefix) throws LakeException {
        String sql = "SELECT file FROM glob(" + Database.literal(prefix + "**/*.parquet") + ") ORDER BY file";
        try {
            return first(sql);
        } catch (SQLException e) {
            throw new LakeException(DuckDbErrors.problem(e, sql, prefixes), e);
        }
    }

    @Override
    public Grant grant(List<String> uris) throws LakeException {
        return access.grant(uris);
    }

    private List<String> first(String sql) throws SQLException {
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
